SELECT COUNT(*) FROM system_calls GROUP BY window_start / 2 WINDOW 1 s
