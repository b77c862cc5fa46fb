// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

// getppid CPU CHUNKS CALLS: pinned to a CPU, times CHUNKS rounds of CALLS system calls; prints ns per call of each round.
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: getppid CPU CHUNKS CALLS\n");
    return 2;
  }
  cpu_set_t cpus;
  CPU_ZERO(&cpus);
  CPU_SET(atoi(arguments[1]), &cpus);
  if (sched_setaffinity(0, sizeof(cpus), &cpus)) {
    perror("sched_setaffinity");
    return 1;
  }
  int chunks = atoi(arguments[2]);
  long calls = atol(arguments[3]);
  for (int chunk = -1; chunk < chunks; chunk++) { // one round to warm up
    double start = now();
    for (long call = 0; call < calls; call++) {
      syscall(SYS_getppid);
    }
    if (chunk >= 0) {
      printf("%.2f\n", (now() - start) / calls);
    }
  }
  return 0;
}
