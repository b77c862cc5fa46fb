SELECT pid FROM system_calls WHERE pid IN (SELECT pid FROM process_exec)
