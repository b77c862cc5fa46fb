// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The producing end of a ring in plain memory, as kernel/bpf/ringbuf.c writes it. */
final class FakeRing {
  private static final int BUSY = 1 << 31;
  private static final int DISCARD = 1 << 30;

  private final int size;
  private final ByteBuffer consumer = page();
  private final ByteBuffer producer = page();
  private final ByteBuffer data;

  FakeRing(int size) {
    this.size = size;
    this.data = ByteBuffer.allocateDirect(2 * size).order(ByteOrder.LITTLE_ENDIAN);
  }

  RingMemory memory() {
    return new RingMemory(consumer, producer, data);
  }

  long consumerPosition() {
    return consumer.getLong(0);
  }

  /** Reserves, still busy; the record's position, or -1 where the ring is full. */
  long reserve(int length) {
    long position = producer.getLong(0);
    long end = position + ((8 + length + 7L) & -8L);
    if (end - consumer.getLong(0) > size) {
      return -1;
    }
    putInt(position, length | BUSY);
    producer.putLong(0, end);
    return position;
  }

  /** Fills the record with the byte and submits it. */
  void submit(long position, byte fill) {
    int length = getInt(position) & ~BUSY;
    for (int i = 0; i < length; i++) {
      putByte(position + 8 + i, fill);
    }
    putInt(position, length);
  }

  void discard(long position) {
    putInt(position, (getInt(position) & ~BUSY) | DISCARD);
  }

  boolean offer(int length, byte fill) {
    long position = reserve(length);
    if (position >= 0) {
      submit(position, fill);
    }
    return position >= 0;
  }

  private int getInt(long position) {
    return data.getInt((int) (position & (size - 1)));
  }

  private void putInt(long position, int value) {
    int index = (int) (position & (size - 1));
    data.putInt(index, value);
    if (index + 8 <= size) {
      data.putInt(index + size, value);
    }
  }

  private void putByte(long position, byte value) {
    int index = (int) (position & (size - 1));
    data.put(index, value);
    data.put(index + size, value);
  }

  private static ByteBuffer page() {
    return ByteBuffer.allocateDirect(4096).order(ByteOrder.LITTLE_ENDIAN);
  }
}
