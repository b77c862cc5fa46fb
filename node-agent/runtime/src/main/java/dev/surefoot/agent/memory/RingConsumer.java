// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The reading end of a ring buffer, without a call into the kernel and without allocation. One
 * thread at a time. Producers that pass {@code BPF_RB_NO_WAKEUP} never wake anybody, so the reader
 * looks from time to time ({@link PollInterval}).
 */
public final class RingConsumer {
  // Bits of a record's first word, kernel/bpf/ringbuf.c: BPF_RINGBUF_BUSY_BIT, _DISCARD_BIT.
  private static final int BUSY = 1 << 31;
  private static final int DISCARD = 1 << 30;
  private static final int HEADER_BYTES = 8;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final ByteBuffer consumerPage;
  private final ByteBuffer producerPage;
  private final ByteBuffer data;
  private final long mask;
  // Producers find no room until the position is published, so a long poll publishes on its way.
  private final long publishEveryBytes;

  RingConsumer(RingMemory memory) {
    this.consumerPage = memory.consumer();
    this.producerPage = memory.producer();
    this.data = memory.data();
    this.mask = memory.size() - 1L;
    this.publishEveryBytes = memory.size() / 8L;
  }

  /**
   * Hands over the records that are complete, in the order in which they were reserved, until one
   * that is still being written.
   *
   * @return how many records were handed over, at most {@code maxRecords}
   */
  public int poll(RecordHandler handler, int maxRecords) {
    return take(handler, maxRecords, produced());
  }

  /**
   * Hands over the records before a position, in order, until one that is still being written.
   *
   * @param until a position that {@link #produced} gave
   * @return whether all of them were handed over
   */
  public boolean drain(RecordHandler handler, long until) {
    int _ = take(handler, Integer.MAX_VALUE, until);
    return (long) LONG.getOpaque(consumerPage, 0) >= until;
  }

  /** The position behind the last record that was reserved, in bytes since the ring was made. */
  public long produced() {
    return (long) LONG.getAcquire(producerPage, 0);
  }

  private int take(RecordHandler handler, int maxRecords, long produced) {
    long position = (long) LONG.getOpaque(consumerPage, 0);
    long published = position;
    int records = 0;
    try {
      while (position < produced && records < maxRecords) {
        int index = (int) (position & mask);
        int word = (int) INT.getAcquire(data, index);
        if ((word & BUSY) != 0) {
          break;
        }
        int length = word & ~DISCARD;
        // Past the record before it is handed over: a handler that throws does not see it again.
        position += (HEADER_BYTES + length + 7L) & -8L;
        if ((word & DISCARD) == 0) {
          records++;
          handler.record(data, index + HEADER_BYTES, length);
        }
        if (position - published >= publishEveryBytes) {
          LONG.setRelease(consumerPage, 0, position);
          published = position;
        }
      }
    } finally {
      if (position != published) {
        LONG.setRelease(consumerPage, 0, position);
      }
    }
    return records;
  }

  /** Bytes that are reserved and not consumed: at most the ring's size. */
  public long pendingBytes() {
    return produced() - (long) LONG.getOpaque(consumerPage, 0);
  }
}
