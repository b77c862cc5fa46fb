SELECT pid FROM system_call
