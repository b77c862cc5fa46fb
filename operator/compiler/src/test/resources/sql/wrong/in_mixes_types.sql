SELECT pid FROM system_calls WHERE pid IN (1, 'two')
