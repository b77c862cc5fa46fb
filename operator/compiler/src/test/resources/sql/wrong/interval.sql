SELECT pid FROM system_calls WHERE exit_ts - enter_ts > INTERVAL '1' SECOND
