select PID, Comm AS "The Command" from SYSTEM_CALLS where Ret < 0
