SELECT x FROM tcp_sessions
