SELCT pid FROM system_calls
