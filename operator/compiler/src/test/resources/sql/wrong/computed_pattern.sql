SELECT pid FROM process_exec WHERE path LIKE comm
