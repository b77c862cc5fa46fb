// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

// Reads the rows of Query 2.
#include "peer.h"
#include <time.h>

static void sleep_milliseconds(long milliseconds) {
  struct timespec time = {.tv_nsec = milliseconds * 1000000};
  nanosleep(&time, NULL);
}

static void write_rows(struct peer *peer, const struct row *rows, __u64 count) {
  fwrite(rows, sizeof(*rows), count, peer->output);
  peer->rows += count;
}

static int on_usual_batch(void *context, void *data, size_t size) {
  const struct usual_batch *batch = data;
  write_rows(context, batch->rows, batch->count);
  return 0;
}

static int on_best_batch(void *context, void *data, size_t size) {
  const struct best_batch *batch = data;
  write_rows(context, batch->rows, batch->count);
  return 0;
}

static struct ring_buffer *ring_of(struct peer *peer, ring_buffer_sample_fn function) {
  static struct ring_buffer *ring;
  if (!ring) {
    ring = ring_buffer__new(bpf_object__find_map_fd_by_name(peer->object, "ring"), function, peer, NULL);
    if (!ring) {
      fail("ring_buffer__new");
    }
  }
  return ring;
}

void read_usual_batches(struct peer *peer, bool last) {
  struct ring_buffer *ring = ring_of(peer, on_usual_batch);
  ring_buffer__poll(ring, last ? 0 : 100);
}

void read_best_batches(struct peer *peer, bool last) {
  struct ring_buffer *ring = ring_of(peer, on_best_batch);
  ring_buffer__consume(ring);
  if (!last) {
    sleep_milliseconds(5);
    return;
  }
  struct best_batch *batches = section(peer, ".bss.batches");
  for (int cpu = 0; cpu < peer->cpus; cpu++) {
    write_rows(peer, batches[cpu].rows, batches[cpu].count);
  }
}

void read_direct_rings(struct peer *peer, bool last) {
  static struct direct_ring *rings;
  if (!rings) {
    rings = section(peer, ".bss.rings");
  }
  peer->lost = 0;
  for (int cpu = 0; cpu < peer->cpus; cpu++) {
    struct direct_ring *ring = &rings[cpu];
    __u64 head = __atomic_load_n(&ring->head, __ATOMIC_ACQUIRE);
    for (__u64 tail = ring->tail; tail != head;) {
      __u64 start = tail & (DIRECT_ROWS - 1);
      __u64 count = head - tail < DIRECT_ROWS - start ? head - tail : DIRECT_ROWS - start;
      write_rows(peer, &ring->rows[start], count);
      tail += count;
      __atomic_store_n(&ring->tail, tail, __ATOMIC_RELEASE);
    }
    peer->lost += ring->dropped;
  }
  if (!last) {
    sleep_milliseconds(2);
  }
}
