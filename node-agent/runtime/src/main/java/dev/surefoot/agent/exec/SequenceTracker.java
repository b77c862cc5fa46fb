// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Finds the events of a stream that were lost, by the numbers that its program gives to the events
 * of each CPU.
 */
final class SequenceTracker {
  private final int sequenceOffset;
  private final int cpuOffset;
  private final long[] expected;
  private final LossCounts loss;

  private SequenceTracker(int sequenceOffset, int cpuOffset, int cpus, LossCounts loss) {
    this.sequenceOffset = sequenceOffset;
    this.cpuOffset = cpuOffset;
    this.expected = new long[cpus];
    this.loss = loss;
  }

  /** A tracker, where the program numbers its records. */
  static Optional<SequenceTracker> of(RecordLayout event, int cpus, LossCounts loss) {
    Optional<Field> sequence = event.find("sequence");
    Optional<Field> cpu = event.find("cpu");
    if (sequence.isEmpty() || cpu.isEmpty()) {
      return Optional.empty();
    }
    if (!sequence.get().type().equals(FieldType.U64) || !cpu.get().type().equals(FieldType.U32)) {
      throw new IllegalArgumentException("sequence is a u64 and cpu a u32 in " + event);
    }
    return Optional.of(
        new SequenceTracker(sequence.get().offset(), cpu.get().offset(), cpus, loss));
  }

  /** Counts the events of this record's CPU that were lost since the one before it. */
  long lostBefore(ByteBuffer data, int offset) {
    int cpu = data.getInt(offset + cpuOffset);
    long sequence = data.getLong(offset + sequenceOffset);
    long lost = sequence - expected[cpu];
    if (lost < 0) {
      throw new IllegalStateException(
          "event " + sequence + " of CPU " + cpu + " came after event " + (expected[cpu] - 1));
    }
    expected[cpu] = sequence + 1;
    loss.add(LossStage.SEQUENCE_GAP, lost);
    return lost;
  }
}
