SELECT pid FROM system_calls LIMIT 0
