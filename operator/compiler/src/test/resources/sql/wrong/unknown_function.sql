SELECT SYSCALNAME(syscall_number) FROM system_calls
