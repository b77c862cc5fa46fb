SELECT COUNT(*) FROM system_calls WINDOW 0 s
