// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.memory;

import dev.surefoot.agent.libbpf.LibC;

/** A kernel ring buffer's memory, and its consumer. */
public final class MappedRing implements AutoCloseable {
  /** The largest ring whose two data areas fit into one ByteBuffer. */
  public static final int LARGEST_BYTES = 1 << 29;

  private final MappedRegion consumerPage;
  private final MappedRegion producerPages;
  private final RingConsumer consumer;

  private MappedRing(MappedRegion consumerPage, MappedRegion producerPages, RingConsumer consumer) {
    this.consumerPage = consumerPage;
    this.producerPages = producerPages;
    this.consumer = consumer;
  }

  /**
   * Maps the ring buffer.
   *
   * @param fd of a {@code BPF_MAP_TYPE_RINGBUF}
   * @param bytes its {@code max_entries}
   */
  public static MappedRing of(int fd, int bytes) {
    if (bytes > LARGEST_BYTES) {
      throw new IllegalArgumentException(
          "a ring of " + bytes + " bytes; at most " + LARGEST_BYTES + " can be mapped");
    }
    int page = LibC.getpagesize();
    MappedRegion consumer =
        MappedRegion.map(page, LibC.PROT_READ | LibC.PROT_WRITE, LibC.MAP_SHARED, fd, 0);
    MappedRegion producer;
    try {
      producer = MappedRegion.map(page + 2 * bytes, LibC.PROT_READ, LibC.MAP_SHARED, fd, page);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
    RingMemory memory =
        new RingMemory(
            consumer.bytes(),
            producer.bytes().slice(0, page),
            producer.bytes().slice(page, 2 * bytes));
    return new MappedRing(consumer, producer, new RingConsumer(memory));
  }

  /** The reading end; of no use after {@link #close}. */
  public RingConsumer consumer() {
    return consumer;
  }

  @Override
  public void close() {
    producerPages.close();
    consumerPage.close();
  }
}
