SELECT ret & 1.5 AS x FROM system_calls
