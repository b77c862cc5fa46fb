SELECT pid AS value, tid AS user, COUNT(*) AS count, MAX(ret) AS max, MIN(ret) AS min, SUM(ret) AS result FROM system_calls GROUP BY value, user WINDOW 1 s ORDER BY count, max
