// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import java.util.concurrent.CountDownLatch;

/** Tells a run to end; the run reads on until everything counted has been shown. */
public final class StopSignal {
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Asks the run to end; more than once is as good as once. */
  public void stop() {
    stopped.countDown();
  }

  /** Whether the run was asked to end. */
  public boolean isStopped() {
    return stopped.getCount() == 0;
  }
}
