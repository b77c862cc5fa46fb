SELECT pid FROM system_calls WHERE (ret < 0) = TRUE
