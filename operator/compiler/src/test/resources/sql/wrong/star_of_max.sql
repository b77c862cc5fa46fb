SELECT MAX(*) FROM system_calls WINDOW 1 s
