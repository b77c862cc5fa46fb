// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Copies of byte ranges of one size, one behind the other, in memory that is used again. */
final class PartialCopies {
  private static final int FIRST_CAPACITY = 64;

  private final int bytes;
  private ByteBuffer data;
  private int size;

  PartialCopies(int bytes) {
    this.bytes = bytes;
    data = allocate(FIRST_CAPACITY);
  }

  private ByteBuffer allocate(int capacity) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(capacity, bytes))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  void add(ByteBuffer source, int offset) {
    int at = size * bytes;
    if (at + bytes > data.capacity()) {
      ByteBuffer larger = allocate(2 * size);
      larger.put(0, data, 0, at);
      data = larger;
    }
    data.put(at, source, offset, bytes);
    size++;
  }

  int size() {
    return size;
  }

  ByteBuffer data() {
    return data;
  }

  /** Where a copy begins in {@link #data}. */
  int offset(int index) {
    return index * bytes;
  }

  void clear() {
    size = 0;
  }
}
