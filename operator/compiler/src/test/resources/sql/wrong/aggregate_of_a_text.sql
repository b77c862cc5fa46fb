SELECT SUM(comm) FROM system_calls WINDOW 1 s
