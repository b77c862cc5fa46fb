SELECT CAST(pid AS UUID) FROM system_calls
