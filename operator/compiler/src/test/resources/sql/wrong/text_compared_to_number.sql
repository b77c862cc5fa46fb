SELECT pid FROM system_calls
WHERE pid > 5
  AND comm > 5
