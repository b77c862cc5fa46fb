// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage;
import java.util.OptionalLong;

/** When memory outside the ring is read: at the ends of windows, or from time to time. */
final class ReadingTimes {
  private final OptionalLong windowNanos;
  private final boolean onlyAtEnd;
  private final long graceNanos;
  private final long earlyReadNanos;
  private long collectedUntil;

  private ReadingTimes(OptionalLong windowNanos, boolean onlyAtEnd, ExecutionSettings settings) {
    this.windowNanos = windowNanos;
    this.onlyAtEnd = onlyAtEnd;
    graceNanos = settings.graceNanos();
    earlyReadNanos = settings.earlyReadNanos();
    collectedUntil = due(settings.startNanos());
  }

  static ReadingTimes of(UserPlan plan, ExecutionSettings settings) {
    for (UserStage stage : plan.stages()) {
      if (stage instanceof UserStage.AggregateRows rows && rows.windowNanos() > 0) {
        return new ReadingTimes(OptionalLong.of(rows.windowNanos()), false, settings);
      }
      if (stage instanceof UserStage.MergePartials merge) {
        return merge.windowNanos() > 0
            ? new ReadingTimes(OptionalLong.of(merge.windowNanos()), false, settings)
            : new ReadingTimes(OptionalLong.empty(), true, settings);
      }
    }
    return new ReadingTimes(OptionalLong.empty(), false, settings);
  }

  /** The time up to which everything can be collected. */
  long due(long nowNanos) {
    if (windowNanos.isEmpty()) {
      return nowNanos;
    }
    long window = windowNanos.getAsLong();
    return Math.floorDiv(nowNanos - graceNanos, window) * window;
  }

  /** Whether it is time to collect up to there. */
  boolean isNew(long untilNanos) {
    if (windowNanos.isEmpty()) {
      return !onlyAtEnd && untilNanos - collectedUntil >= earlyReadNanos;
    }
    return untilNanos > collectedUntil;
  }

  void collected(long untilNanos) {
    collectedUntil = untilNanos;
  }
}
