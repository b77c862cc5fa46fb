SELECT exit_ts - enter_ts AS latency FROM system_calls WHERE latency > 1000
