-- failed calls of shells
SELECT pid, comm, ERRNAME(ret) AS error
FROM system_calls
WHERE ret < 0 AND comm IN ('bash', 'dash') AND pid NOT BETWEEN 1 AND 100
LIMIT 5;
