SELECT MAX(exit_ts - window_start) FROM system_calls WINDOW 1 s
