SELECT pid, MAX(ret) FROM system_calls GROUP BY 2 WINDOW 1 s
