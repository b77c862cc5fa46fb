SELECT ret * 1e400 FROM system_calls
