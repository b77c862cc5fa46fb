SELECT b.pid FROM system_calls AS a
