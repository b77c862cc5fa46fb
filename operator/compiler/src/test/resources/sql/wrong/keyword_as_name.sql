SELECT pid AS order FROM system_calls
