// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

/** Where something can be lost, in the order of the way from kernel to output. */
public enum LossStage {
  RECURSION_MISS("events at which the kernel skipped a program that was already running"),
  SPAN_NOT_KEPT("calls whose beginning found no room in the kernel"),
  RING_FULL("events or rows that found the ring buffer full"),
  PARTIAL_DROPPED("partial aggregates that found no room"),
  SEQUENCE_GAP("of the events that found the ring buffer full, those whose place is known"),
  SPAN_ABANDONED("calls given up because an event that was lost could have been theirs"),
  UNREADABLE("partial aggregates that were being moved when the query ended"),
  LATE("rows that came after their window was shown"),
  MEMORY_FULL("rows for which this process keeps no more memory"),
  REFUSED_BY_SINK("rows that the output did not take");

  private final String description;

  LossStage(String description) {
    this.description = description;
  }

  /** What is counted, in words. */
  public String description() {
    return description;
  }
}
