SELECT pid FROM system_calls WHERE ts > DATE '2020-01-01'
