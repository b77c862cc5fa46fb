SELECT pid FROM system_calls WHERE comm SIMILAR TO 'a'
