SELECT pid, COUNT(*) FROM system_calls GROUP BY pid WINDOW 1 s LIMIT 5
