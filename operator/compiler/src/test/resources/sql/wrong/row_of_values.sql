SELECT pid FROM system_calls WHERE (pid, tid) IN ((1, 2))
