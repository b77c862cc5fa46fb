SELECT pid FROM (SELECT pid FROM system_calls)
