SELECT pidd, come FROM system_calls WHERE exit_time > 5
