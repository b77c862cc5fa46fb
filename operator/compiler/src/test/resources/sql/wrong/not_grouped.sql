SELECT pid, comm, COUNT(*) FROM system_calls GROUP BY pid WINDOW 1 s
