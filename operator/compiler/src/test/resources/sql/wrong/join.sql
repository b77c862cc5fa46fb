SELECT a.pid FROM system_calls a JOIN process_exec b ON a.pid = b.pid
