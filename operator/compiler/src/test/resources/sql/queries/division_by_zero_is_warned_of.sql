SELECT ret / 0 AS x FROM system_calls
