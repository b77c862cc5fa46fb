SELECT pid tid comm FROM system_calls
