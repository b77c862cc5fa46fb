// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import java.util.Map;

/**
 * A thread at a moment.
 *
 * @param address of its {@code task_struct}: no two threads ever have the same
 * @param pid of its process
 * @param comm a character for each byte, 15 at most
 */
record Task(
    long address,
    long pid,
    long tid,
    long ppid,
    long uid,
    long gid,
    String comm,
    long cgroup,
    long mountNamespace,
    long priority,
    long state,
    long exitCode,
    long startNanos) {
  KernelObject object() {
    KernelObject namespace = new KernelObject("mnt_namespace", Map.of("ns.inum", mountNamespace));
    return new KernelObject(
        "task_struct",
        Map.of(
            "pid", tid,
            "tgid", pid,
            "prio", priority,
            "exit_code", exitCode,
            "start_time", startNanos,
            "__state", state,
            "comm", comm,
            "real_parent", new KernelObject("task_struct", Map.of("tgid", ppid)),
            "nsproxy", new KernelObject("nsproxy", Map.of("mnt_ns", namespace))));
  }
}
