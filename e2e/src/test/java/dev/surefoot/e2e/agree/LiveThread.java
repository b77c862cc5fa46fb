// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

/** A thread of a random machine as it changes. */
final class LiveThread {
  final long address;
  long pid;
  long tid;
  long ppid;
  long uid;
  long gid;
  String comm = "";
  long cgroup;
  long mountNamespace;
  long priority;
  long state;
  long exitCode;
  long startNanos;
  int cpu;
  boolean inCall;

  LiveThread(long address) {
    this.address = address;
  }

  Task task() {
    return new Task(
        address,
        pid,
        tid,
        ppid,
        uid,
        gid,
        comm,
        cgroup,
        mountNamespace,
        priority,
        state,
        exitCode,
        startNanos);
  }
}
