// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.expression.SystemNames;
import dev.surefoot.agent.exec.group.GroupMemory;

/**
 * How a plan is executed.
 *
 * @param startNanos when the programs were attached; windows that began before are incomplete
 * @param graceNanos how long after its end a window is closed: as long as a program may be
 *     preempted between reading the clock and storing its row without losing it
 * @param earlyReadNanos how often rows are read that lie in a CPU's unfinished batch, where no
 *     window says when
 * @param maxSortedRows how many rows are kept for sorting
 */
public record ExecutionSettings(
    long startNanos,
    long graceNanos,
    long earlyReadNanos,
    GroupMemory memory,
    int maxSortedRows,
    SystemNames names) {
  /** 200 ms of grace, unfinished batches ten times a second, four million rows sorted. */
  public static ExecutionSettings startingAt(long startNanos) {
    return new ExecutionSettings(
        startNanos,
        200_000_000L,
        100_000_000L,
        GroupMemory.DEFAULT,
        1 << 22,
        SystemNames.ofThisMachine());
  }

  /** The same with another grace time. */
  public ExecutionSettings withGraceNanos(long nanos) {
    return new ExecutionSettings(startNanos, nanos, earlyReadNanos, memory, maxSortedRows, names);
  }

  /** The same with other bounds of memory. */
  public ExecutionSettings withMemory(GroupMemory bounds, int sortedRows) {
    return new ExecutionSettings(startNanos, graceNanos, earlyReadNanos, bounds, sortedRows, names);
  }
}
