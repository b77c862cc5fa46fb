SELECT COUNT(*) FROM system_calls WHERE window_start > 5 WINDOW 1 s
