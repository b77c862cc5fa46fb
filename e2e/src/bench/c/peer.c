// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

// peer KIND OBJECT OUTPUT: loads and attaches the programs of OBJECT, says "ready", writes their results to OUTPUT until
// SIGINT or SIGTERM, and says as JSON how many rows it wrote and how many events were lost.
#include "peer.h"
#include <errno.h>
#include <linux/bpf.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static volatile sig_atomic_t stopped;

static void stop(int signal) { stopped = 1; }

_Noreturn void fail(const char *what) {
  fprintf(stderr, "peer: %s: %s\n", what, strerror(errno));
  exit(1);
}

static const struct {
  const char *kind;
  reader read;
} readers[] = {
    {"floor", read_nothing},
    {"query1-usual", read_usual_groups},
    {"query1-best", read_best_groups},
    {"query2-usual", read_usual_batches},
    {"query2-best", read_best_batches},
    {"query2-direct", read_direct_rings},
};

static reader reader_of(const char *kind) {
  for (size_t at = 0; at < sizeof(readers) / sizeof(readers[0]); at++) {
    if (strcmp(kind, readers[at].kind) == 0) {
      return readers[at].read;
    }
  }
  errno = EINVAL;
  fail(kind);
}

void read_nothing(struct peer *peer, bool last) {
  if (!last) {
    pause();
  }
}

static struct bpf_map *map_of_section(struct peer *peer, const char *suffix) {
  struct bpf_map *map = NULL;
  while ((map = bpf_object__next_map(peer->object, map))) {
    const char *name = bpf_map__name(map);
    size_t length = strlen(name);
    size_t end = strlen(suffix);
    if (length >= end && strcmp(name + length - end, suffix) == 0) {
      return map;
    }
  }
  return NULL;
}

// The library itself maps sections of global variables only for skeletons (before 1.5).
void *section(struct peer *peer, const char *suffix) {
  struct bpf_map *map = map_of_section(peer, suffix);
  if (!map) {
    errno = ENOENT;
    fail(suffix);
  }
  size_t page = sysconf(_SC_PAGESIZE);
  size_t size = (bpf_map__value_size(map) + page - 1) / page * page;
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, bpf_map__fd(map), 0);
  if (memory == MAP_FAILED) {
    fail(suffix);
  }
  return memory;
}

void write_row(struct peer *peer, const struct row *row) {
  fprintf(peer->output, "%u,%u,%llu\n", row->pid, row->number, row->latency);
  peer->rows++;
}

static __u32 power_of_two(__u32 least) {
  __u32 power = 1;
  while (power < least) {
    power *= 2;
  }
  return power;
}

static __u32 thread_limit(void) {
  __u32 limit = 1 << 22;
  FILE *file = fopen("/proc/sys/kernel/pid_max", "r");
  if (file) {
    if (fscanf(file, "%u", &limit) != 1) {
      limit = 1 << 22;
    }
    fclose(file);
  }
  return power_of_two(limit);
}

static void resize(struct peer *peer, const char *suffix, size_t bytes) {
  struct bpf_map *map = map_of_section(peer, suffix);
  if (map && bpf_map__set_value_size(map, bytes)) {
    fail(suffix);
  }
}

// Makes the arrays as large as this machine needs them.
static void fit(struct peer *peer) {
  struct bpf_map *constants = map_of_section(peer, ".rodata");
  if (!constants) {
    return;
  }
  size_t size;
  struct limits *limits = bpf_map__initial_value(constants, &size);
  __u32 cpus = power_of_two(peer->cpus);
  limits->thread_mask = thread_limit() - 1;
  limits->cpu_mask = cpus - 1;
  resize(peer, ".bss.openings", thread_limit() * sizeof(struct opening));
  resize(peer, ".bss.rings", cpus * sizeof(struct direct_ring));
  resize(peer, ".bss.batches", cpus * sizeof(struct best_batch));
  resize(peer, ".bss.cache", cpus * sizeof(struct slot) * CACHE_SLOTS);
}

static __u64 missed_by_recursion(struct peer *peer) {
  __u64 missed = 0;
  struct bpf_program *program = NULL;
  while ((program = bpf_object__next_program(peer->object, program))) {
    struct bpf_prog_info info = {};
    __u32 length = sizeof(info);
    if (bpf_prog_get_info_by_fd(bpf_program__fd(program), &info, &length) == 0) {
      missed += info.recursion_misses;
    }
  }
  return missed;
}

static void attach(struct peer *peer, struct bpf_link *links[8]) {
  struct bpf_program *program = NULL;
  for (int at = 0; (program = bpf_object__next_program(peer->object, program)); at++) {
    links[at] = bpf_program__attach(program);
    if (!links[at]) {
      fail("attach");
    }
  }
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: peer KIND OBJECT OUTPUT\n");
    return 2;
  }
  reader read = reader_of(arguments[1]);
  struct peer peer = {.cpus = libbpf_num_possible_cpus()};
  struct sigaction action = {.sa_handler = stop};
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  peer.output = fopen(arguments[3], "w");
  if (!peer.output) {
    fail(arguments[3]);
  }
  setvbuf(peer.output, NULL, _IOFBF, 1 << 20);
  peer.object = bpf_object__open(arguments[2]);
  if (!peer.object) {
    fail(arguments[2]);
  }
  fit(&peer);
  if (bpf_object__load(peer.object)) {
    fail("load");
  }
  struct bpf_link *links[8] = {};
  attach(&peer, links);
  puts("ready");
  fflush(stdout);
  while (!stopped) {
    read(&peer, false);
  }
  for (int at = 0; at < 8 && links[at]; at++) {
    bpf_link__destroy(links[at]);
  }
  read(&peer, true);
  if (read != read_nothing) {
    peer.lost += *(__u64 *)section(&peer, ".bss");
  }
  printf("{\"rows\": %llu, \"lost\": %llu, \"recursionMisses\": %llu}\n", peer.rows, peer.lost, missed_by_recursion(&peer));
  bool written = fclose(peer.output) == 0;
  bpf_object__close(peer.object);
  return written ? 0 : 1;
}
