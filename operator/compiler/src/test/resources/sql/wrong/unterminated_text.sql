SELECT pid FROM system_calls
WHERE comm = 'bash
  AND pid > 5
