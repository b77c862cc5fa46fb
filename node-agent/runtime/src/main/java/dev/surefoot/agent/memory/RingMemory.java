// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The three parts of a ring buffer as user space maps them (kernel/bpf/ringbuf.c).
 *
 * @param consumer begins with the consumer's position (u64, written by user space)
 * @param producer begins with the producers' position (u64)
 * @param data the data area twice, one copy after the other, so that no record is ever cut
 */
record RingMemory(ByteBuffer consumer, ByteBuffer producer, ByteBuffer data) {
  RingMemory {
    consumer = consumer.order(ByteOrder.LITTLE_ENDIAN);
    producer = producer.order(ByteOrder.LITTLE_ENDIAN);
    data = data.order(ByteOrder.LITTLE_ENDIAN);
    if (Integer.bitCount(data.capacity()) != 1) {
      throw new IllegalArgumentException(
          "a data area of twice " + data.capacity() / 2 + " bytes; a power of two is needed");
    }
  }

  /** Bytes of the data area. */
  int size() {
    return data.capacity() / 2;
  }
}
