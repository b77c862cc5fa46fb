SELECT COUNT(*) FROM system_calls WINDOW -5 ms
