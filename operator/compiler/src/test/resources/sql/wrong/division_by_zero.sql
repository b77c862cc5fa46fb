SELECT ret / 0 AS x, ret % 0 AS y, wrong FROM system_calls
