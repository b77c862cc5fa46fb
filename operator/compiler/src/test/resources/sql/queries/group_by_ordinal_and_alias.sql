SELECT exit_ts / 1000 AS ms, uid, COUNT(*) FROM system_calls GROUP BY ms, 2 WINDOW 1 s ORDER BY 3 DESC, ms
