SELECT window_start, pid FROM system_calls
