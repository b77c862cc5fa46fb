SELECT pid FROM system_calls UNION SELECT pid FROM process_exec
