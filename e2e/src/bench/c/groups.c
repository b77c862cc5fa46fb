// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

// Reads the groups of Query 1 each second.
#include "peer.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { GROUP_LIMIT = 1 << 17 };

static void sleep_milliseconds(long milliseconds) {
  struct timespec time = {.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000};
  nanosleep(&time, NULL);
}

static void show(struct peer *peer, const struct group *group, __u64 maximum) {
  struct row row = {.pid = group->pid, .number = group->number, .latency = maximum};
  write_row(peer, &row);
}

static __u64 largest(const struct peer *peer, const __u64 *values) {
  __u64 result = 0;
  for (int cpu = 0; cpu < peer->cpus; cpu++) {
    result = values[cpu] > result ? values[cpu] : result;
  }
  return result;
}

// Takes the groups that are in the hash out of it. Reading makes system calls, and so groups: one pass, not until it is empty.
void read_usual_groups(struct peer *peer, bool last) {
  if (!last) {
    sleep_milliseconds(1000);
  }
  int fd = bpf_object__find_map_fd_by_name(peer->object, "groups");
  __u64 *values = calloc(peer->cpus, sizeof(*values));
  struct group key;
  struct group next;
  bool more = bpf_map_get_next_key(fd, NULL, &key) == 0;
  for (int at = 0; more && at < GROUP_LIMIT; at++) {
    more = bpf_map_get_next_key(fd, &key, &next) == 0;
    if (bpf_map_lookup_elem(fd, &key, values) == 0) {
      show(peer, &key, largest(peer, values));
    }
    bpf_map_delete_elem(fd, &key);
    key = next;
  }
  free(values);
}

struct found {
  struct group group;
  __u64 maximum;
};

static int by_group(const void *left, const void *right) { return memcmp(left, right, sizeof(struct group)); }

static void show_merged(struct peer *peer, struct found *found, size_t count) {
  qsort(found, count, sizeof(*found), by_group);
  for (size_t at = 0; at < count; at++) {
    struct found merged = found[at];
    while (at + 1 < count && by_group(&merged, &found[at + 1]) == 0) {
      at++;
      merged.maximum = found[at].maximum > merged.maximum ? found[at].maximum : merged.maximum;
    }
    show(peer, &merged.group, merged.maximum);
  }
}

// Ends the window, waits until no program can still be writing to it, and reads the slots and the hash.
void read_best_groups(struct peer *peer, bool last) {
  static struct found found[GROUP_LIMIT];
  static __u64 *window;
  static struct slot (*cache)[CACHE_SLOTS];
  if (!window) {
    window = section(peer, ".data.window");
    cache = section(peer, ".bss.cache");
  }
  size_t count = 0;
  if (!last) {
    sleep_milliseconds(980);
  }
  __u64 ended = *window;
  __atomic_store_n(window, ended + 1, __ATOMIC_RELEASE);
  sleep_milliseconds(20);
  for (int cpu = 0; cpu < peer->cpus; cpu++) {
    for (int at = 0; at < CACHE_SLOTS; at++) {
      struct slot slot = cache[cpu][at];
      if (slot.window == ended) {
        found[count++] = (struct found){slot.group, slot.maximum};
      }
    }
  }
  int fd = bpf_object__find_map_fd_by_name(peer->object, "groups");
  __u64 *values = calloc(peer->cpus, sizeof(*values));
  struct window_group key;
  struct window_group next;
  bool more = bpf_map_get_next_key(fd, NULL, &key) == 0;
  for (int at = 0; more && at < GROUP_LIMIT; at++) {
    more = bpf_map_get_next_key(fd, &key, &next) == 0;
    if (key.window <= ended) {
      if (key.window == ended && count < GROUP_LIMIT && bpf_map_lookup_elem(fd, &key, values) == 0) {
        found[count++] = (struct found){key.group, largest(peer, values)};
      }
      bpf_map_delete_elem(fd, &key);
    }
    key = next;
  }
  free(values);
  show_merged(peer, found, count);
}
