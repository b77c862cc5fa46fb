SELECT UPPER(pid) FROM system_calls
