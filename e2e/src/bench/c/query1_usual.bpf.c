// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

// Query 1 as an expert usually writes it: a hash by thread, a per-CPU hash by group.
#include "usual_span.h"

struct {
  UINT(type, BPF_MAP_TYPE_PERCPU_HASH);
  UINT(max_entries, 10240);
  TYPE(key, struct group);
  TYPE(value, __u64);
} groups SEC(".maps");

SEC("raw_tp/sys_exit") int on_exit(parameters *ctx) {
  __u64 pid_tgid = bpf_get_current_pid_tgid();
  __u32 tid = (__u32)pid_tgid;
  struct opening *opening = bpf_map_lookup_elem(&openings, &tid);
  if (!opening) {
    return 0;
  }
  __u64 latency = bpf_ktime_get_ns() - opening->time;
  struct group group = {.pid = pid_tgid >> 32, .number = opening->number};
  __u64 *maximum = bpf_map_lookup_elem(&groups, &group);
  if (!maximum) {
    if (bpf_map_update_elem(&groups, &group, &latency, BPF_ANY)) {
      __sync_fetch_and_add(&lost, 1);
    }
  } else if (latency > *maximum) {
    *maximum = latency;
  }
  bpf_map_delete_elem(&openings, &tid);
  return 0;
}
