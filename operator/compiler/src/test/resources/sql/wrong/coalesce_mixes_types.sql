SELECT COALESCE(comm, pid) FROM system_calls
