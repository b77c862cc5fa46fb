SELECT e.*, path AS file FROM process_exec e
