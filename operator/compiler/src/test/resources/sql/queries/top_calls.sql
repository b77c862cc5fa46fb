SELECT SYSCALLNAME(syscall_number) AS call, COUNT(*) AS count
FROM system_calls
GROUP BY syscall_number
WINDOW 1 second
ORDER BY count DESC
LIMIT 10
