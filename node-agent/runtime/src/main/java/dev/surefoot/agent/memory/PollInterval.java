// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.memory;

import java.time.Duration;

/**
 * How long a reader that nobody wakes sleeps between polls: shorter when the ring fills, longer
 * when little comes. It follows the ring's fill, not the number of records: what counts is that the
 * ring never fills while the reader sleeps.
 */
public final class PollInterval {
  private final long shortestNanos;
  private final long longestNanos;
  private long nanos;

  /** An interval within these bounds. */
  public PollInterval(Duration shortest, Duration longest) {
    shortestNanos = shortest.toNanos();
    longestNanos = longest.toNanos();
    if (shortestNanos <= 0 || longestNanos < shortestNanos) {
      throw new IllegalArgumentException("interval from " + shortest + " to " + longest);
    }
    nanos = shortestNanos;
  }

  /**
   * The time to sleep now, in ns.
   *
   * @param pendingBytes what the poll found in the ring
   * @param ringBytes the ring's size
   */
  public long next(long pendingBytes, long ringBytes) {
    if (pendingBytes > ringBytes / 8) {
      nanos = Math.max(shortestNanos, nanos / 2);
    } else if (pendingBytes < ringBytes / 32) {
      nanos = Math.min(longestNanos, nanos + nanos / 4 + 1);
    }
    return nanos;
  }
}
