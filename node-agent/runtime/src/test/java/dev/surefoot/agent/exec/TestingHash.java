// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A per-CPU hash whose values programs change in place. */
public final class TestingHash implements PartialHash {
  private final int keyBytes;
  private final int valueStride;
  private final int cpus;
  private final Map<ByteBuffer, ByteBuffer> entries = new ConcurrentHashMap<>();

  TestingHash(int keyBytes, int valueBytes, int cpus) {
    this.keyBytes = keyBytes;
    this.valueStride = Math.ceilDiv(valueBytes, 8) * 8;
    this.cpus = cpus;
  }

  /** The CPUs' values of a key, all zeros where it is new. */
  public ByteBuffer values(ByteBuffer key, int offset) {
    return entries.computeIfAbsent(
        keyAt(key, offset), _ -> TestingKernelMemory.bytes(cpus * valueStride));
  }

  /** Bytes from one CPU's value to the next one's. */
  public int valueStride() {
    return valueStride;
  }

  /** Number of entries. */
  public int size() {
    return entries.size();
  }

  private ByteBuffer keyAt(ByteBuffer key, int offset) {
    ByteBuffer copy = ByteBuffer.allocate(keyBytes).order(ByteOrder.LITTLE_ENDIAN);
    copy.put(0, key, offset, keyBytes);
    return copy;
  }

  @Override
  public void read(EntryReader reader) {
    entries.forEach((key, values) -> reader.entry(key, 0, values, 0));
  }

  @Override
  public void delete(ByteBuffer key, int keyOffset) {
    entries.remove(keyAt(key, keyOffset));
  }
}
