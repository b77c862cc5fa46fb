// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import java.nio.ByteBuffer;

/** A per-CPU hash of partial aggregates. Each call of {@link #read} gives every entry once. */
public interface PartialHash {
  /** Takes entries. */
  @FunctionalInterface
  interface EntryReader {
    /**
     * An entry; both buffers are little-endian and of no use after the call.
     *
     * @param values the CPUs' values, CPU 0's at {@code valuesOffset}, each rounded up to 8 bytes
     */
    void entry(ByteBuffer key, int keyOffset, ByteBuffer values, int valuesOffset);
  }

  /** Reads all entries. */
  void read(EntryReader reader);

  /** Deletes an entry, where it exists. */
  void delete(ByteBuffer key, int keyOffset);
}
