SELECT pid AS a FROM system_calls GROUP BY b WINDOW 1 s
