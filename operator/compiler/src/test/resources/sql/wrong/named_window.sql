SELECT SUM(ret) OVER w FROM system_calls WINDOW w AS (PARTITION BY pid)
