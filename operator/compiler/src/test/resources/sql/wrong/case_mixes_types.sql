SELECT CASE WHEN ret < 0 THEN 'failed' ELSE ret END AS x FROM system_calls
