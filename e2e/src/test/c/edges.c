// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0
//
// edges WHAT   prints the id of the process to be looked at, waits for a line, does one thing, prints numbers of it.
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/sched.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char *self;

static void announce(long process) {
  printf("%ld\n", process);
  fflush(stdout);
  char line[2];
  if (read(0, line, sizeof line) < 1) exit(1);
}

static void print(long number) {
  printf("%ld\n", number);
  fflush(stdout);
}

static void call(int times) {
  for (int i = 0; i < times; i++) syscall(SYS_getppid);
}

// Waits until a thread is inside the call with this number.
static void await_call(const char *thread, long number) {
  char path[64], text[32], wanted[16];
  snprintf(path, sizeof path, "/proc/%s/syscall", thread);
  int length = snprintf(wanted, sizeof wanted, "%ld ", number);
  for (;;) {
    int fd = open(path, O_RDONLY);
    ssize_t got = fd < 0 ? 0 : read(fd, text, sizeof text);
    if (fd >= 0) close(fd);
    if (got >= length && !memcmp(text, wanted, length)) return;
    sched_yield();
  }
}

static long nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000L + now.tv_nsec;
}

static long timed_sleep(long length) {
  struct timespec time = {length / 1000000000L, length % 1000000000L};
  long before = nanoseconds();
  syscall(SYS_nanosleep, &time, NULL);
  return nanoseconds() - before;
}

// A new process with the id of one that is gone.
static pid_t fork_as(pid_t id) {
  struct clone_args arguments = {.exit_signal = SIGCHLD, .set_tid = (uintptr_t)&id, .set_tid_size = 1};
  pid_t child = syscall(SYS_clone3, &arguments, sizeof arguments);
  if (child < 0) {
    perror("clone3");
    exit(1);
  }
  return child;
}

static int killed(void) {
  pid_t id = fork();
  if (id == 0) _exit(0);
  waitpid(id, NULL, 0);
  announce(id);
  if (fork_as(id) == 0) {
    call(3);
    struct timespec long_time = {1000, 0};
    syscall(SYS_nanosleep, &long_time, NULL);
    _exit(1);
  }
  char name[16];
  snprintf(name, sizeof name, "%d", id);
  await_call(name, SYS_nanosleep);
  kill(id, SIGKILL);
  waitpid(id, NULL, 0);
  if (fork_as(id) == 0) {
    call(5);
    _exit(0);
  }
  waitpid(id, NULL, 0);
  if (fork_as(id) == 0) {
    call(2);
    _exit(0);
  }
  int status = 0;
  waitpid(id, &status, 0);
  return status;
}

static volatile pid_t reader;

static void *block_in_read(void *unused) {
  int ends[2];
  char byte;
  if (pipe(ends)) exit(1);
  call(3);
  reader = syscall(SYS_gettid);
  if (read(ends[0], &byte, 1)) exit(1);
  return unused;
}

static int exit_group(void) {
  announce(getpid());
  pthread_t thread;
  pthread_create(&thread, NULL, block_in_read, NULL);
  while (!reader) sched_yield();
  char name[32];
  snprintf(name, sizeof name, "self/task/%d", reader);
  await_call(name, SYS_read);
  print(reader);
  syscall(SYS_exit_group, 0);
  return 1;
}

static int exec_self(void) {
  char *arguments[] = {self, "after", NULL}, *nothing[] = {NULL};
  execve("/proc/self/exe", arguments, nothing);
  return 1;
}

static void *exec_in_thread(void *unused) {
  await_call("self", SYS_pause);
  exit(exec_self());
  return unused;
}

static int exec_thread(void) {
  announce(getpid());
  pthread_t thread;
  pthread_create(&thread, NULL, exec_in_thread, NULL);
  pause();
  return 1;
}

static int naps(void) {
  long times[20];
  announce(getpid());
  for (int i = 0; i < 20; i++) times[i] = timed_sleep(2000000);
  for (int i = 0; i < 20; i++) print(times[i]);
  return 0;
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  self = arguments[0];
  const char *what = arguments[1];
  if (!strcmp(what, "killed")) return killed();
  if (!strcmp(what, "exit-group")) return exit_group();
  if (!strcmp(what, "exec-leader")) {
    announce(getpid());
    return exec_self();
  }
  if (!strcmp(what, "exec-thread")) return exec_thread();
  if (!strcmp(what, "naps")) return naps();
  if (!strcmp(what, "sleep")) {
    announce(getpid());
    print(timed_sleep(1200000000));
    return 0;
  }
  if (!strcmp(what, "after")) {
    call(3);
    return 0;
  }
  return 2;
}
