SELECT window_start, window_end - window_start AS length, comm, COUNT(*) AS n FROM process_exec GROUP BY window_start, comm WINDOW 1 s
