// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import java.util.Optional;

/** What a program can ask the kernel for, as its caller scripts it. */
public interface Environment {
  /** CLOCK_MONOTONIC in ns. */
  long clockNanos();

  /** Thread group id in the upper, thread id in the lower 32 bits. */
  long pidTgid();

  /** Group id in the upper, user id in the lower 32 bits. */
  long uidGid();

  /** The current task's command name, cut at 15 bytes. */
  String comm();

  /** The CPU that runs the program, from 0. */
  int cpu();

  /** The id of the current task's cgroup. */
  long cgroupId();

  /** Address of the current {@code task_struct}. */
  long currentTask();

  /** The next of the pseudo-random numbers. */
  int random();

  /** What is behind kernel addresses. */
  KernelMemory kernelMemory();

  /** The packet, for programs that have one. */
  default Optional<byte[]> packet() {
    return Optional.empty();
  }
}
