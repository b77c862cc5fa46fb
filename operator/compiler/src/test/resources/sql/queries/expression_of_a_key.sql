SELECT pid / 2 + 1 AS x, COUNT(*) FROM system_calls GROUP BY pid / 2 WINDOW 1 s
