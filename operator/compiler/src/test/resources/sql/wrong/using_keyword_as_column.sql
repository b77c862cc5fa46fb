SELECT select FROM system_calls
