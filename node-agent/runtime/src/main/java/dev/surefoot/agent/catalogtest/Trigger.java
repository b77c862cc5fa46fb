// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import dev.surefoot.agent.libbpf.LibC;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes every hook of the schema fire, and remembers what it knows of its own doings.
 *
 * @param pid this process
 * @param tid this thread
 * @param command this thread's command name
 * @param child a process that ran {@link #CHILD_PATH} and exited with {@link #CHILD_STATUS}
 * @param parent what getppid returned
 * @param mountNamespace inode of this process's mount namespace
 * @param begin CLOCK_MONOTONIC before anything was triggered, in ns
 * @param end the same after all
 */
record Trigger(
    long pid,
    long tid,
    String command,
    long child,
    long parent,
    long user,
    long mountNamespace,
    long begin,
    long end) {
  static final String CHILD_PATH = "/bin/sh";
  static final int CHILD_STATUS = 3;

  private static final int CALLS = 32;
  private static final int NAPS = 3;

  /** System calls, naps, and a short-lived child process. */
  static Trigger fire(Runnable afterEach) throws IOException {
    long begin = System.nanoTime();
    int tid = LibC.gettid();
    afterEach.run();
    long parent = 0;
    for (int call = 0; call < CALLS; call++) {
      parent = LibC.getppid();
    }
    afterEach.run();
    for (int nap = 0; nap < NAPS; nap++) {
      LockSupport.parkNanos(1000);
    }
    afterEach.run();
    long child = runChild();
    afterEach.run();
    return new Trigger(
        ProcessHandle.current().pid(),
        tid,
        Files.readString(Path.of("/proc/self/task", Integer.toString(tid), "comm")).strip(),
        child,
        parent,
        LibC.geteuid(),
        mountNamespaceInode(),
        begin,
        System.nanoTime());
  }

  private static long runChild() throws IOException {
    Process child =
        new ProcessBuilder(CHILD_PATH, "-c", "exit " + CHILD_STATUS)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      int _ = child.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return child.pid();
  }

  private static long mountNamespaceInode() throws IOException {
    String link = Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")).toString();
    return Long.parseLong(link.replaceAll("\\D", ""));
  }
}
