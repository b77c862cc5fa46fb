SELECT ROUND(ret / 3.0, 2) FROM system_calls
