SELECT pid, MAX(ret) AS ret FROM system_calls GROUP BY pid HAVING ret > 5 WINDOW 1 s ORDER BY ret, MIN(ret)
