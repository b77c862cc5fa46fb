SELECT pid, COUNT(*) AS calls, AVG(exit_ts - enter_ts) / 1e3 AS micros FROM system_calls GROUP BY pid HAVING calls > 100 AND MAX(ret) > 0 WINDOW 1 s
