// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.session;

import dev.surefoot.agent.attach.AttachedBundle;
import dev.surefoot.agent.exec.ExecutionSettings;
import dev.surefoot.agent.exec.PlanExecution;
import dev.surefoot.agent.load.ProgramStatistics;
import dev.surefoot.agent.memory.PollInterval;
import dev.surefoot.agent.sink.RowSink;
import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.UserPlan;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** An attached query whose rows one thread reads. */
public final class QuerySession implements AutoCloseable {
  private static final Duration SHORTEST_SLEEP = Duration.ofNanos(200_000);
  private static final Duration LONGEST_SLEEP = Duration.ofMillis(10);

  private final AttachedBundle bundle;
  private final LoadedMemory memory;
  private final PlanExecution execution;
  private final CostSample costs;
  private final long startNanos;
  private final int ringBytes;
  private final PollInterval interval = new PollInterval(SHORTEST_SLEEP, LONGEST_SLEEP);

  /** A session over programs that have just been attached, which it owns from now on. */
  public QuerySession(AttachedBundle bundle, UserPlan plan, RowSink sink, int possibleCpus) {
    this.bundle = bundle;
    // The clock of bpf_ktime_get_ns: System.nanoTime reads CLOCK_MONOTONIC on Linux.
    this.startNanos = System.nanoTime();
    this.memory = new LoadedMemory(bundle.object(), possibleCpus);
    this.ringBytes = bundle.map(KernelStream.RING_MAP).maxEntries();
    this.execution =
        new PlanExecution(plan, memory, sink, ExecutionSettings.startingAt(startNanos));
    this.costs = new CostSample(bundle, startNanos);
  }

  /** Reads until told to stop, or until no more rows are wanted; then takes what is left. */
  public SessionReport run(BooleanSupplier stopped) {
    boolean wanted = true;
    while (wanted && !stopped.getAsBoolean()) {
      wanted = step();
    }
    costs.end();
    long endNanos = detach();
    execution.finish(endNanos);
    return report(endNanos);
  }

  private boolean step() {
    long now = System.nanoTime();
    costs.at(now);
    long pending = memory.ring().pendingBytes();
    switch (execution.poll(now)) {
      case ENDED -> {
        return false;
      }
      case IDLE, BUSY -> LockSupport.parkNanos(interval.next(pending, ringBytes));
    }
    return true;
  }

  /** Reads on while the kernel detaches, which takes a while, lest the ring overflow meanwhile. */
  private long detach() {
    Thread detaching = Thread.ofPlatform().name("detach").start(bundle::detach);
    while (detaching.isAlive()) {
      execution.poll(System.nanoTime());
      LockSupport.parkNanos(SHORTEST_SLEEP.toNanos());
    }
    return System.nanoTime();
  }

  private SessionReport report(long endNanos) {
    long misses =
        bundle.statistics().values().stream().mapToLong(ProgramStatistics::recursionMisses).sum();
    return new SessionReport(
        execution.rows(),
        Duration.ofNanos(endNanos - startNanos),
        execution.loss(misses),
        costs.costs(),
        execution.sinkProblem());
  }

  @Override
  public void close() {
    memory.close();
    bundle.close();
  }
}
