SELECT comm, COUNT(*) FILTER (WHERE ret < 0) AS failed, SUM(ret) FILTER (WHERE ret > 0) AS bytes FROM system_calls GROUP BY comm WINDOW 1 s
