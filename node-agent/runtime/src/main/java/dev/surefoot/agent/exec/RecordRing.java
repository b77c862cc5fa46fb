// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

/** The reading end of a ring buffer. Positions count the bytes since it was made. */
public interface RecordRing {
  /** The position behind the last record that a program has reserved so far. */
  long produced();

  /**
   * Hands over the records before a position, in order, up to the first one that its program has
   * not finished.
   *
   * @return whether all of them were handed over
   */
  boolean drain(long until, RecordReader reader);
}
