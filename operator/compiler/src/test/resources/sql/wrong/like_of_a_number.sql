SELECT pid FROM system_calls WHERE pid LIKE '1%'
