SELECT comm || pid AS x FROM system_calls
