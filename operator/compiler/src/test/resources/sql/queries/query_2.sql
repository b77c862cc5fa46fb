SELECT pid, syscall_number, exit_ts - enter_ts AS latency FROM system_calls
