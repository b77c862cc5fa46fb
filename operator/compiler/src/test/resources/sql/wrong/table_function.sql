SELECT pid FROM user_calls('libc:getaddrinfo')
