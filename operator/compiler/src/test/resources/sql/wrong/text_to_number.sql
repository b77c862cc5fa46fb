SELECT CAST(comm AS BIGINT) FROM system_calls
