// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

// How spans are matched fastest: thread ids are below pid_max, so that an array addressed by them needs no map operation.
#pragma once
#include "program.h"
#include "rows.h"

// As large as pid_max can be; the loader makes it as large as it is, and the mask with it.
struct opening openings[1 << 22] SEC(".bss.openings");
const volatile struct limits limits = {.thread_mask = (1 << 22) - 1, .cpu_mask = MAX_CPUS - 1};

__u64 lost;

INLINE struct opening *opening_of(__u64 pid_tgid) { return &openings[(__u32)pid_tgid & limits.thread_mask]; }

INLINE __u32 this_cpu(void) { return bpf_get_smp_processor_id() & limits.cpu_mask; }

SEC("tp_btf/sys_enter") int on_enter(parameters *ctx) {
  struct opening *opening = opening_of(bpf_get_current_pid_tgid());
  opening->number = ctx[1];
  opening->time = bpf_ktime_get_ns();
  return 0;
}
