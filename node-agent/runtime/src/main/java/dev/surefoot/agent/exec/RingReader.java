// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.bundle.Loss;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Drains the ring into the source, and tells a span match which records may have had others among
 * them that were lost.
 *
 * <p>A program counts a loss before it or any thread that it could have woken makes another record.
 * So when the counters, read after the ring's position, are as they were at the drain before,
 * nothing is missing among the records up to that position. Otherwise something is missing at an
 * unknown place up to the position where the ring is after the counters were read.
 */
final class RingReader {
  private final RecordRing ring;
  private final RowSource source;
  private final LossCounts loss;
  private final Optional<SpanMatchOperator> spans;
  private final RecordReader dispatcher = this::dispatch;
  private boolean anyRecord;
  private long ringFull;
  private boolean suspicious;
  private long suspectUntil;

  RingReader(RecordRing ring, RowSource source, LossCounts loss) {
    this.ring = ring;
    this.source = source;
    this.loss = loss;
    spans = source instanceof SpanMatchOperator match ? Optional.of(match) : Optional.empty();
  }

  private void dispatch(ByteBuffer data, int offset, int length) {
    anyRecord = true;
    source.record(data.getInt(offset), data, offset, length);
  }

  /** Takes all records that have been reserved by now; false where one is not finished. */
  boolean drain() {
    long until = ring.produced();
    return (spans.isEmpty() || drainSuspects(spans.get())) && ring.drain(until, dispatcher);
  }

  private boolean drainSuspects(SpanMatchOperator match) {
    long counted = loss.kernel(Loss.RING_FULL);
    if (counted != ringFull) {
      ringFull = counted;
      suspicious = true;
      suspectUntil = ring.produced();
    }
    if (suspicious) {
      match.suspect();
      if (!ring.drain(suspectUntil, dispatcher)) {
        return false;
      }
      match.trust();
      suspicious = false;
    }
    return true;
  }

  /** Whether records have come since this was asked before. */
  boolean anyRecord() {
    boolean any = anyRecord;
    anyRecord = false;
    return any;
  }
}
