SELECT AVG((exit_ts - enter_ts) / 1e6) FROM system_calls WINDOW 1 s
