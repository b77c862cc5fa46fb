SELECT CAST(pid AS VARCHAR(5)) FROM system_calls
