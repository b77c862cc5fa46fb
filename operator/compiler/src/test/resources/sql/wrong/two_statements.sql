SELECT pid FROM system_calls; SELECT 1
