SELECT pid, tid AS pid FROM system_calls
