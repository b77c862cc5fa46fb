// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.sink.RowSink;
import dev.surefoot.agent.sink.SinkProblem;
import dev.surefoot.catalog.bundle.UserPlan;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A running query's user-space half. One thread calls {@link #poll} again and again while the
 * programs run, then, when they are detached, {@link #finish} once.
 */
public final class PlanExecution {
  private static final int LAST_ATTEMPTS = 500;
  private static final long LAST_ATTEMPT_NANOS = 1_000_000;

  /** What a poll found. */
  public enum Progress {
    /** Nothing was there. */
    IDLE,
    /** There were records. */
    BUSY,
    /** No more rows are wanted: the limit was reached or the sink has a problem. */
    ENDED
  }

  private final RunState state = new RunState();
  private final LossCounts loss;
  private final RowSink sink;
  private final OutputOperator output;
  private final RowSource source;
  private final RingReader ring;
  private final ReadingTimes times;

  /**
   * Builds the plan's operators and opens the sink.
   *
   * @throws IllegalArgumentException if the plan does not fit together, which is a bug in what made
   *     it
   */
  public PlanExecution(
      UserPlan plan, KernelMemory memory, RowSink sink, ExecutionSettings settings) {
    this.sink = sink;
    loss = new LossCounts(memory);
    output = new OutputOperator(plan.output(), sink, state);
    Pipeline.Connected connected = new Pipeline(plan, memory, settings, loss, state).build(output);
    source = connected.source();
    ring = connected.ring();
    times = ReadingTimes.of(plan, settings);
  }

  /**
   * Takes what has arrived, and shows the windows that have been over for the grace time.
   *
   * @param nowNanos the time on CLOCK_MONOTONIC, in ns
   */
  public Progress poll(long nowNanos) {
    if (state.ended()) {
      return Progress.ENDED;
    }
    boolean complete = ring.drain();
    long until = times.due(nowNanos);
    if (complete && times.isNew(until) && source.collect(until)) {
      source.advance(until);
      source.release(until);
      times.collected(until);
    }
    output.flush();
    boolean any = ring.anyRecord();
    if (state.ended()) {
      return Progress.ENDED;
    }
    return any ? Progress.BUSY : Progress.IDLE;
  }

  /**
   * Takes all that is left, shows all windows and closes the sink. The programs must have been
   * detached; one that is still running gets some time (half a second at most) to end.
   *
   * @param nowNanos when the query ended
   */
  public void finish(long nowNanos) {
    if (!state.ended()) {
      if (!collectAll()) {
        source.collectRest();
      }
      source.finish(nowNanos);
    } else {
      output.finish(nowNanos);
    }
  }

  private boolean collectAll() {
    for (int attempt = 0; attempt < LAST_ATTEMPTS; attempt++) {
      if (ring.drain() && source.collect(Long.MAX_VALUE)) {
        return true;
      }
      LockSupport.parkNanos(LAST_ATTEMPT_NANOS);
    }
    return false;
  }

  /** Rows that the sink has taken. */
  public long rows() {
    return sink.rowsTaken();
  }

  /** Why the sink takes no more rows, where it does not. */
  public Optional<SinkProblem> sinkProblem() {
    return state.problem();
  }

  /**
   * What has been lost so far; rows that the sink refused only after {@link #finish}.
   *
   * @param recursionMisses of all programs, as the kernel counts them
   */
  public LossReport loss(long recursionMisses) {
    long refused = state.problem().isPresent() ? output.rows() - sink.rowsTaken() : 0;
    return loss.report(recursionMisses, refused);
  }
}
