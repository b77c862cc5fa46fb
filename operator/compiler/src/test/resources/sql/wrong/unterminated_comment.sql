SELECT pid /* the process
FROM system_calls
