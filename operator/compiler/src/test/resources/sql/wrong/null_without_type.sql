SELECT NULL AS x FROM system_calls
