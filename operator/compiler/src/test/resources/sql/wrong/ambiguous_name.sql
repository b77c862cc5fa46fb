SELECT MIN(ret) AS x, MAX(ret) AS x FROM system_calls WINDOW 1 s ORDER BY x
