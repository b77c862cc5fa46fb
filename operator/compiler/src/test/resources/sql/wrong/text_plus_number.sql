SELECT comm + 1 FROM system_calls
