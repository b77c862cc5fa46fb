// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

// What any span query costs at least: the clock is read at both ends.
#include "program.h"

__u64 entered;
__u64 left;

SEC("raw_tp/sys_enter") int on_enter(parameters *ctx) {
  entered = bpf_ktime_get_ns();
  return 0;
}

SEC("raw_tp/sys_exit") int on_exit(parameters *ctx) {
  left = bpf_ktime_get_ns();
  return 0;
}
