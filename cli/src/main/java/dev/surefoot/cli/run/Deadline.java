// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import java.time.Duration;
import java.util.Optional;

/** Stops a run after a time. */
final class Deadline implements AutoCloseable {
  private final Optional<Thread> waiter;

  private Deadline(Optional<Thread> waiter) {
    this.waiter = waiter;
  }

  static Deadline stops(StopSignal stop, Optional<Duration> after) {
    return new Deadline(
        after.map(time -> Thread.ofVirtual().name("deadline").start(() -> waitThen(time, stop))));
  }

  private static void waitThen(Duration time, StopSignal stop) {
    try {
      Thread.sleep(time);
      stop.stop();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    waiter.ifPresent(Thread::interrupt);
  }
}
