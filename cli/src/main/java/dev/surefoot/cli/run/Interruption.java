// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import dev.surefoot.cli.terminal.ExitCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets a run end well on Ctrl-C and SIGTERM: the virtual machine's end waits for the summary. The
 * process then ends with the run's own status, because a watcher that was stopped did its work.
 */
final class Interruption implements AutoCloseable {
  /** A run that cannot end by then is given up; its links die with the process. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<ExitCode> code = new AtomicReference<>(ExitCode.INTERNAL);
  private final Thread hook;

  private Interruption(StopSignal stop) {
    hook = new Thread(() -> awaitEnd(stop), "interruption");
  }

  static Interruption stops(StopSignal stop) {
    Interruption interruption = new Interruption(stop);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** The status that the process ends with where it is being interrupted. */
  void exitWith(ExitCode status) {
    code.set(status);
  }

  private void awaitEnd(StopSignal stop) {
    stop.stop();
    try {
      if (over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        Runtime.getRuntime().halt(code.get().status());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The end has begun: the hook is what we are waiting for.
    }
  }
}
