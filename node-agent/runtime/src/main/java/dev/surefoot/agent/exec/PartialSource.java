// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.KernelStream.Partials;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Collects partial aggregates from where programs leave and move them: slots, ring and hash.
 *
 * <p>A program moves a partial from its slot to the hash or into the ring, and the slot's sequence
 * tells. So the slots of closed windows are copied, then the ring is drained, then the hash is
 * copied. If the slots' sequences are unchanged then, no copied partial has been seen in ring or
 * hash as well; and every partial that had left its slot before the copy was in the ring or hash
 * before they were read. Otherwise the copies are dropped and made again; what came through the
 * ring stays merged, since it comes only once.
 */
final class PartialSource implements RowSource {
  private static final int MAX_ATTEMPTS = 8;
  private static final int HEADER_BYTES = Partials.PARTIAL_HEADER.bytes();
  private static final int CPU = Partials.PARTIAL_HEADER.field("cpu").offset();

  private static final int CONSUMED_UNTIL = KernelStream.CONTROL.field("consumed_until").offset();

  private final MergePartialsOperator merge;
  private final Optional<SlotReader> slots;
  private final Optional<HashSnapshot> hash;
  private final Optional<ByteBuffer> control;
  private final LossCounts loss;
  private RingReader ring;
  private long collectedUntil;

  PartialSource(
      Partials stream,
      PartialLayout layout,
      KernelMemory memory,
      LossCounts loss,
      MergePartialsOperator merge) {
    this.merge = merge;
    this.loss = loss;
    slots = stream.slots().map(place -> new SlotReader(place, memory, layout));
    hash = stream.hash().map(place -> new HashSnapshot(place, memory, layout));
    control = stream.slots().map(_ -> memory.area(KernelStream.CONTROL_MAP));
  }

  /** The ring is drained in the middle of reading slots and hash. */
  void connect(RingReader reader) {
    ring = reader;
  }

  @Override
  public void record(int stream, ByteBuffer data, int offset, int length) {
    if (!merge.merge(data, offset + HEADER_BYTES)) {
      countLate(data.getInt(offset + CPU), data, offset + HEADER_BYTES);
    }
  }

  /**
   * A partial of a closed window: late, unless it was taken from its slot just before its program
   * moved it.
   */
  private void countLate(int cpu, ByteBuffer data, int offset) {
    if (slots.isEmpty() || !slots.get().wasTaken(cpu, data, offset)) {
      loss.add(LossStage.LATE, 1);
    }
  }

  @Override
  public boolean collect(long untilNanos) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (attempt(untilNanos)) {
        mergeCopies(untilNanos);
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  private boolean attempt(long untilNanos) {
    if (slots.isPresent() && slots.get().snapshot(collectedUntil, untilNanos, loss) > 0) {
      return false;
    }
    if (!ring.drain()) {
      return false;
    }
    if (hash.isPresent()) {
      hash.get().snapshot(collectedUntil, untilNanos);
    }
    return slots.isEmpty() || slots.get().unchanged();
  }

  @Override
  public void collectRest() {
    if (slots.isPresent()) {
      loss.add(LossStage.UNREADABLE, slots.get().snapshot(collectedUntil, Long.MAX_VALUE, loss));
    }
    boolean _ = ring.drain();
    if (hash.isPresent()) {
      hash.get().snapshot(collectedUntil, Long.MAX_VALUE);
    }
    mergeCopies(Long.MAX_VALUE);
  }

  private void mergeCopies(long untilNanos) {
    if (slots.isPresent()) {
      SlotReader reader = slots.get();
      for (int i = 0; i < reader.snapshotSize(); i++) {
        merge(reader.data(), reader.offset(i));
      }
    }
    if (hash.isPresent()) {
      PartialCopies values = hash.get().values();
      for (int i = 0; i < values.size(); i++) {
        merge(values.data(), values.offset(i));
      }
      hash.get().lateValues(this::countLate);
    }
    collectedUntil = untilNanos;
  }

  private void merge(ByteBuffer data, int offset) {
    if (!merge.merge(data, offset)) {
      // Of a window from before the query began: a program's clock was read before.
      loss.add(LossStage.LATE, 1);
    }
  }

  @Override
  public void advance(long untilNanos) {
    merge.advance(untilNanos);
  }

  @Override
  public void release(long untilNanos) {
    // First nothing of these windows is moved any more, then what was moved is deleted.
    control.ifPresent(area -> SharedMemory.setRelease(area, CONSUMED_UNTIL, untilNanos));
    hash.ifPresent(HashSnapshot::delete);
  }

  @Override
  public void finish(long nowNanos) {
    merge.finish(nowNanos);
  }
}
