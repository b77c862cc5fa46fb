SELECT pid, COUNT(*) FROM system_calls GROUP BY ROLLUP(pid) WINDOW 1 s
