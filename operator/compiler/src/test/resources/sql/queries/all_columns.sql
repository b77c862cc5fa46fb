SELECT * FROM process_exec
