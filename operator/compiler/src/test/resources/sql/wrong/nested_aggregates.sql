SELECT MAX(COUNT(*)) FROM system_calls WINDOW 1 s
