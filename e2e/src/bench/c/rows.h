// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

// What programs and loader share.
#pragma once
#include <linux/types.h>

// What was at the opening of a call.
struct opening {
  __u64 time;
  __u64 number;
};

// What the loader tells the programs: masks that keep indexes within arrays of this machine's size.
struct limits {
  __u32 thread_mask;
  __u32 cpu_mask;
};

// A group of Query 1.
struct group {
  __u32 pid;
  __u32 number;
};

// A row of Query 2.
struct row {
  __u32 pid;
  __u32 number;
  __u64 latency;
};

#define USUAL_BATCH 64
#define BEST_BATCH 256
#define MAX_CPUS 256
#define CACHE_SLOTS 256
#define DIRECT_ROWS (1 << 17)

struct usual_batch {
  __u64 count;
  struct row rows[USUAL_BATCH];
};

struct best_batch {
  __u64 count;
  struct row rows[BEST_BATCH];
};

// A slot of the best Query 1's cache; free where window is 0.
struct slot {
  __u64 window;
  struct group group;
  __u64 maximum;
  __u64 padding;
};

// What the best Query 1 writes back to its hash.
struct window_group {
  __u64 window;
  struct group group;
};

// One CPU's rows of the direct Query 2: the program adds behind head, the reader takes from tail on.
struct direct_ring {
  __u64 head;
  __u64 dropped;
  __u64 pad_head[6];
  __u64 tail;
  __u64 pad_tail[7];
  struct row rows[DIRECT_ROWS];
};
