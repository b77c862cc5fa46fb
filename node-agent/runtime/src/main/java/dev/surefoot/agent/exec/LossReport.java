// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import java.util.List;

/** What was lost at every stage; a stage that lost nothing says 0. */
public record LossReport(List<Entry> entries) {
  /** A stage and how much it lost. */
  public record Entry(LossStage stage, long count) {}

  public LossReport {
    entries = List.copyOf(entries);
  }

  /** What a stage lost. */
  public long count(LossStage stage) {
    return entries.stream().filter(entry -> entry.stage() == stage).mapToLong(Entry::count).sum();
  }

  /** Whether nothing was lost anywhere. */
  public boolean nothingLost() {
    return entries.stream().allMatch(entry -> entry.count() == 0);
  }
}
