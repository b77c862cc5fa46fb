SELECT (pid + 1 FROM system_calls
