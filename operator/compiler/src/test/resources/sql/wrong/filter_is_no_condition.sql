SELECT SUM(ret) FILTER (WHERE ret) AS x FROM system_calls WINDOW 1 s
