INSERT INTO system_calls VALUES (1)
