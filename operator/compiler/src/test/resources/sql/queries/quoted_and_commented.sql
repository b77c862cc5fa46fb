SELECT "pid" /* WINDOW 1 s */, 'WINDOW 2 s; it''s -- no comment' AS text -- WINDOW 3 s
FROM system_calls
