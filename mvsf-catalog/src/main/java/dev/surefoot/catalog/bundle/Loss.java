// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

/**
 * What a program counts that it could not keep. The loss map holds, for each possible CPU, {@link
 * #COUNTERS} u64 in this order, padded to {@link #AREA_BYTES}.
 */
public enum Loss {
  /** An event or row that found no room in the ring buffer. */
  RING_FULL,
  /** A partial aggregate that found no room anywhere: one group of one window on one CPU. */
  PARTIAL_DROPPED,
  /** A span whose opening found no room (hash full) or whose key was beyond the array. */
  SPAN_NOT_KEPT;

  /** Number of counters. */
  public static final int COUNTERS = 3;

  /** Bytes for each CPU: one cache line. */
  public static final int AREA_BYTES = 64;
}
