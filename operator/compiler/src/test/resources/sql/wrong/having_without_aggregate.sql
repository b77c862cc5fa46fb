SELECT pid FROM system_calls HAVING pid > 5
