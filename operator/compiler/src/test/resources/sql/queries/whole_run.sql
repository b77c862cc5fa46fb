SELECT COUNT(*) AS calls, COUNT(DISTINCT pid) AS processes FROM system_calls
