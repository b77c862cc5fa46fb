SELECT MAX(ret) AS m FROM system_calls GROUP BY m WINDOW 1 s
