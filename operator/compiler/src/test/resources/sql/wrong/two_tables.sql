SELECT pid FROM system_calls, process_exec
