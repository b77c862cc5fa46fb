DELETE FROM system_calls
