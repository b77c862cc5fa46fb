// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

// How spans are usually matched: a hash from thread to what was at the opening.
#pragma once
#include "program.h"
#include "rows.h"

struct {
  UINT(type, BPF_MAP_TYPE_HASH);
  UINT(max_entries, 10240);
  TYPE(key, __u32);
  TYPE(value, struct opening);
} openings SEC(".maps");

__u64 lost;

SEC("raw_tp/sys_enter") int on_enter(parameters *ctx) {
  __u32 tid = (__u32)bpf_get_current_pid_tgid();
  struct opening opening = {.time = bpf_ktime_get_ns(), .number = ctx[1]};
  if (bpf_map_update_elem(&openings, &tid, &opening, BPF_ANY)) {
    __sync_fetch_and_add(&lost, 1);
  }
  return 0;
}
