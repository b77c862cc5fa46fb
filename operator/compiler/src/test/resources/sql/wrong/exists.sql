SELECT pid FROM system_calls WHERE EXISTS (SELECT 1 FROM process_exec)
