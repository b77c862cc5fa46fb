SELECT ABS(ret, 1) FROM system_calls
