SELECT pid FROM system_calls WHERE
