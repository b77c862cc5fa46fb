// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

// One kind of peer: how its results are read while it runs.
#pragma once
#include "libbpf.h"
#include "rows.h"
#include <stdio.h>

// A peer that is loaded and attached.
struct peer {
  struct bpf_object *object;
  FILE *output;
  __u64 rows;
  __u64 lost;
  int cpus;
};

// Reads what there is; called until it is time to end, and once more after the programs are detached.
typedef void (*reader)(struct peer *peer, bool last);

void read_nothing(struct peer *peer, bool last);
void read_usual_groups(struct peer *peer, bool last);
void read_best_groups(struct peer *peer, bool last);
void read_usual_batches(struct peer *peer, bool last);
void read_best_batches(struct peer *peer, bool last);
void read_direct_rings(struct peer *peer, bool last);

// A global variable section of the programs, in this process's memory; mapped anew by each call.
void *section(struct peer *peer, const char *suffix);
void write_row(struct peer *peer, const struct row *row);
_Noreturn void fail(const char *what);
