SELECT COUNT(*) FROM system_calls WINDOW 25 h
