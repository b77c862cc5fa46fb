SELECT * FROM process_exec GROUP BY pid WINDOW 1 s
