// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.bundle.KernelStream.Hash;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads the hash of partial aggregates: copies what belongs to closed windows. */
final class HashSnapshot {
  /** Takes the values of windows that were closed before. */
  @FunctionalInterface
  interface LateValues {
    /** A CPU's value that belongs to a window that is closed already. */
    void late(int cpu, ByteBuffer data, int offset);
  }

  private final PartialHash hash;
  private final PartialLayout layout;
  private final int cpus;
  private final int valueStride;
  private final PartialCopies values;
  private final PartialCopies keys;
  private final PartialHash.EntryReader reader = this::entry;
  private final PartialCopies late;
  private int[] lateCpus = new int[64];
  private long from;
  private long until;

  HashSnapshot(Hash hash, KernelMemory memory, PartialLayout layout) {
    this.hash = memory.hash(hash.map());
    this.layout = layout;
    cpus = memory.cpus();
    valueStride = Math.ceilDiv(hash.valueBytes(), Long.BYTES) * Long.BYTES;
    values = new PartialCopies(hash.valueBytes());
    late = new PartialCopies(hash.valueBytes());
    keys = new PartialCopies(hash.keyBytes());
  }

  /** Copies the values of windows that end after {@code from} and not after {@code until}. */
  void snapshot(long from, long until) {
    this.from = from;
    this.until = until;
    values.clear();
    late.clear();
    keys.clear();
    hash.read(reader);
  }

  private void entry(ByteBuffer key, int keyOffset, ByteBuffer data, int offset) {
    // A key begins as a partial does: with the window's end.
    long end = layout.windowEnd(key, keyOffset);
    if (end > until) {
      return;
    }
    keys.add(key, keyOffset);
    for (int cpu = 0; cpu < cpus; cpu++) {
      int at = offset + cpu * valueStride;
      if (layout.windowEnd(data, at) == 0) {
        continue;
      }
      if (end > from) {
        values.add(data, at);
      } else {
        addLate(cpu, data, at);
      }
    }
  }

  private void addLate(int cpu, ByteBuffer data, int at) {
    if (late.size() == lateCpus.length) {
      lateCpus = Arrays.copyOf(lateCpus, 2 * lateCpus.length);
    }
    lateCpus[late.size()] = cpu;
    late.add(data, at);
  }

  /** Gives the values of windows that were closed before the snapshot's first one. */
  void lateValues(LateValues taker) {
    for (int i = 0; i < late.size(); i++) {
      taker.late(lateCpus[i], late.data(), late.offset(i));
    }
  }

  /** The copied values. */
  PartialCopies values() {
    return values;
  }

  /** Deletes the entries of all windows up to the snapshot's. */
  void delete() {
    for (int i = 0; i < keys.size(); i++) {
      hash.delete(keys.data(), keys.offset(i));
    }
    keys.clear();
  }
}
