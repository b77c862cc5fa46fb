SELECT COUNT(*), MAX( exit_ts
  - enter_ts ), (MIN(ret) + 1) * 2 FROM system_calls WINDOW 1 s
