SELECT pid FROM system_calls WHERE MAX(ret) > 5
