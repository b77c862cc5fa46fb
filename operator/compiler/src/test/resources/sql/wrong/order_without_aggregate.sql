SELECT pid FROM system_calls ORDER BY pid
