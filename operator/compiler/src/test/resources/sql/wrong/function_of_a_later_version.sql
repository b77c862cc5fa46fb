SELECT QUANTILE(ret, 0.5) FROM system_calls WINDOW 1 s
