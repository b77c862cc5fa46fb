SELECT MAX(ret < 0) FROM system_calls WINDOW 1 s
