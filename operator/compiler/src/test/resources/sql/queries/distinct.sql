SELECT DISTINCT comm, prev_state FROM sched_switches WINDOW 10 s
