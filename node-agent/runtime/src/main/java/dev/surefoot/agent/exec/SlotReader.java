// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.bundle.KernelStream.Slots;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads the slots in which programs aggregate. A copy of every slot, as it was when its partial was
 * last taken, tells partials that come again, or come late, from new ones.
 */
final class SlotReader {
  private final ByteBuffer slots;
  private final ByteBuffer taken;
  // What was taken before that: a partial may come again until its slot's next one is collected.
  private final ByteBuffer takenBefore;
  private final PartialLayout layout;
  private final int slotBytes;
  private final int slotsPerCpu;
  private final int count;
  private int[] candidates = new int[64];
  private int candidateCount;

  SlotReader(Slots slots, KernelMemory memory, PartialLayout layout) {
    this.slots = memory.area(slots.map());
    this.layout = layout;
    slotBytes = slots.slotBytes();
    slotsPerCpu = slots.count();
    count = Math.multiplyExact(memory.cpus(), slotsPerCpu);
    taken = copies();
    takenBefore = copies();
  }

  private ByteBuffer copies() {
    return ByteBuffer.allocateDirect(Math.multiplyExact(count, slotBytes))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Copies the partials of windows that end after {@code from} and not after {@code until}.
   *
   * @return how many slots were left out because a program is exchanging their partials
   */
  int snapshot(long from, long until, LossCounts loss) {
    candidateCount = 0;
    int moving = 0;
    for (int slot = 0; slot < count; slot++) {
      int at = slot * slotBytes;
      long sequence = SharedMemory.getAcquire(slots, at);
      long end = layout.windowEnd(slots, at + Slots.PARTIAL_OFFSET);
      if ((sequence & 1) != 0) {
        moving++;
      } else if (end != 0 && end <= from) {
        countChange(at, sequence, end, loss);
      } else if (end != 0 && end <= until) {
        keepTaken(at, from);
        copy(at, sequence);
        addCandidate(slot);
      }
    }
    return moving;
  }

  /** A partial that was collected, as against one of an attempt that failed, is kept. */
  private void keepTaken(int at, long from) {
    if (layout.windowEnd(taken, at + Slots.PARTIAL_OFFSET) <= from) {
      takenBefore.put(at, taken, at, slotBytes);
    }
  }

  private void copy(int at, long sequence) {
    taken.put(at, slots, at, slotBytes);
    taken.putLong(at, sequence);
  }

  private void addCandidate(int slot) {
    if (candidateCount == candidates.length) {
      candidates = Arrays.copyOf(candidates, 2 * candidateCount);
    }
    candidates[candidateCount++] = slot;
  }

  /** A slot that was taken before and is not as it was then took a late row. */
  private void countChange(int at, long sequence, long end, LossCounts loss) {
    int partial = at + Slots.PARTIAL_OFFSET;
    boolean late =
        !equal(slots, partial, taken, partial)
            && SharedMemory.getAfterReads(slots, at) == sequence
            && layout.windowEnd(slots, partial) == end;
    if (late) {
      loss.add(LossStage.LATE, 1);
      copy(at, sequence);
    }
  }

  /** Whether the copied slots still hold what was copied: nothing of it is anywhere else. */
  boolean unchanged() {
    for (int i = 0; i < candidateCount; i++) {
      int at = candidates[i] * slotBytes;
      if (SharedMemory.getAfterReads(slots, at) != taken.getLong(at)) {
        return false;
      }
    }
    return true;
  }

  /** Slots whose partials are in the snapshot. */
  int snapshotSize() {
    return candidateCount;
  }

  /** The copies. */
  ByteBuffer data() {
    return taken;
  }

  /** Where partial {@code index} of the snapshot begins in {@link #data}. */
  int offset(int index) {
    return candidates[index] * slotBytes + Slots.PARTIAL_OFFSET;
  }

  /** Whether this partial was taken from a slot of this CPU before. */
  boolean wasTaken(int cpu, ByteBuffer data, int offset) {
    int first = cpu * slotsPerCpu;
    for (int slot = first; slot < first + slotsPerCpu; slot++) {
      int at = slot * slotBytes + Slots.PARTIAL_OFFSET;
      if (equal(data, offset, taken, at) || equal(data, offset, takenBefore, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean equal(ByteBuffer left, int leftAt, ByteBuffer right, int rightAt) {
    for (int i = 0; i < layout.bytes(); i += Long.BYTES) {
      if (left.getLong(leftAt + i) != right.getLong(rightAt + i)) {
        return false;
      }
    }
    return true;
  }
}
