SELECT TRIM(comm) AS x FROM system_calls
