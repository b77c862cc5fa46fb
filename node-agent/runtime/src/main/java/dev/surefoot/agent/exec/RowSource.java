// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import java.nio.ByteBuffer;

/** The first stage of a plan: makes rows of what arrives from the kernel. */
interface RowSource {
  /** A record of one of the source's streams. */
  void record(int stream, ByteBuffer data, int offset, int length);

  /**
   * Takes what lies outside the ring and belongs to windows that end at or before a time. The ring
   * has been drained just before.
   *
   * @return false where a program is just moving something: try again later
   */
  default boolean collect(long untilNanos) {
    return true;
  }

  /** As {@link #collect} for all that can be read; what cannot be is counted as lost. */
  default void collectRest() {}

  /** All rows of a time before this have been collected. */
  void advance(long untilNanos);

  /** What was collected up to this time has been given on; its memory in the kernel is free. */
  default void release(long untilNanos) {}

  /** All rows have been collected: the query ended at this time. */
  void finish(long nowNanos);
}
