SELECT comm FROM system_calls GROUP BY comm WINDOW 1 min ORDER BY MAX(ret) DESC LIMIT 3
