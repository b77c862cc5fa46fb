SELECT MAX(ret) FROM system_calls HAVING COUNT(*) > 5 WINDOW 1 h
