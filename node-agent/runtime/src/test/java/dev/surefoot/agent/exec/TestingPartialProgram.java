// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.bundle.KernelStream.Hash;
import dev.surefoot.catalog.bundle.KernelStream.Partials;
import dev.surefoot.catalog.bundle.KernelStream.Slots;
import dev.surefoot.catalog.bundle.KernelStream.State;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Aggregates rows (key, value) as a program does, one thread for each CPU: COUNT(*), SUM, MIN and
 * MAX of the value in slots, behind which there is a hash, behind which there is the ring.
 */
final class TestingPartialProgram {
  static final RecordLayout PARTIAL =
      RecordLayout.named("partial")
          .add("window_end", FieldType.U64)
          .add("key0", FieldType.I32)
          .add("state0", FieldType.I64)
          .add("state1", FieldType.I64)
          .add("state2", FieldType.I64)
          .add("state3", FieldType.I64)
          .build();

  private static final List<State.Merge> MERGES =
      List.of(State.Merge.SUM, State.Merge.SUM, State.Merge.MIN, State.Merge.MAX);
  private static final int KEY = PARTIAL.field("key0").offset();
  private static final int STATES = PARTIAL.field("state0").offset();
  private static final int SLOT_BYTES = Slots.PARTIAL_OFFSET + PARTIAL.bytes();

  private final TestingKernelMemory memory;
  private final int slotCount;
  private final int hashEntries;
  private final ByteBuffer slots;
  private final Optional<TestingHash> hash;
  private final Partials stream;
  private final ByteBuffer[] fresh;

  TestingPartialProgram(TestingKernelMemory memory, int slotCount, int hashEntries) {
    this.memory = memory;
    this.slotCount = slotCount;
    this.hashEntries = hashEntries;
    slots = memory.addArea("slots", memory.cpus() * Math.max(1, slotCount) * SLOT_BYTES);
    hash =
        hashEntries == 0
            ? Optional.empty()
            : Optional.of(memory.addHash("groups", STATES, PARTIAL.bytes()));
    stream =
        new Partials(
            9,
            PARTIAL,
            List.of(PARTIAL.field("key0")),
            List.of(state(0), state(1), state(2), state(3)),
            slotCount == 0
                ? Optional.empty()
                : Optional.of(new Slots("slots", slotCount, SLOT_BYTES)),
            hash.map(_ -> new Hash("groups", STATES, PARTIAL.bytes())));
    fresh = new ByteBuffer[memory.cpus()];
    for (int cpu = 0; cpu < fresh.length; cpu++) {
      fresh[cpu] = TestingKernelMemory.bytes(PARTIAL.bytes());
    }
  }

  private static State state(int index) {
    return new State(PARTIAL.field("state" + index), MERGES.get(index));
  }

  Partials stream() {
    return stream;
  }

  /** Where a slot's sequence is. */
  int slotAt(int cpu, int key) {
    return (cpu * slotCount + Math.floorMod(key, slotCount)) * SLOT_BYTES;
  }

  ByteBuffer slots() {
    return slots;
  }

  void add(int cpu, long windowEnd, int key, long value) {
    ByteBuffer row = fresh[cpu];
    TestingRecord.at(PARTIAL, row, 0)
        .set("window_end", windowEnd)
        .set("key0", key)
        .set("state0", 1)
        .set("state1", value)
        .set("state2", value)
        .set("state3", value);
    if (slotCount == 0) {
      toHash(cpu, row, 0);
      return;
    }
    int slot = slotAt(cpu, key);
    int partial = slot + Slots.PARTIAL_OFFSET;
    if (same(slots, partial, row, 0)) {
      merge(slots, partial, row, 0);
      return;
    }
    beginExchange(slot);
    evict(cpu, slot);
    copy(row, 0, slots, partial);
    endExchange(slot);
  }

  void beginExchange(int slot) {
    SharedMemory.setRelease(slots, slot, slots.getLong(slot) + 1);
  }

  void endExchange(int slot) {
    SharedMemory.setRelease(slots, slot, slots.getLong(slot) + 1);
  }

  void evict(int cpu, int slot) {
    int partial = slot + Slots.PARTIAL_OFFSET;
    long end = slots.getLong(partial);
    if (Long.compareUnsigned(end, memory.consumedUntil()) > 0) {
      toHash(cpu, slots, partial);
    }
  }

  private void toHash(int cpu, ByteBuffer data, int offset) {
    if (hash.isEmpty() || hash.get().size() >= hashEntries) {
      ship(cpu, data, offset);
      return;
    }
    ByteBuffer values = hash.get().values(data, offset);
    int at = cpu * hash.get().valueStride();
    if (values.getLong(at) == 0) {
      copy(data, offset, values, at);
    } else {
      merge(values, at, data, offset);
    }
  }

  private void ship(int cpu, ByteBuffer data, int offset) {
    if (memory.ring().size() > 1_000_000) {
      memory.lose(Loss.PARTIAL_DROPPED, cpu, 1);
      return;
    }
    int header = Partials.PARTIAL_HEADER.bytes();
    ByteBuffer record = TestingKernelMemory.bytes(header + PARTIAL.bytes());
    TestingRecord.at(Partials.PARTIAL_HEADER, record, 0).set("stream", 9).set("cpu", cpu);
    copy(data, offset, record, header);
    memory.ring().add(record);
  }

  private static boolean same(ByteBuffer left, int leftAt, ByteBuffer right, int rightAt) {
    return left.getLong(leftAt) == right.getLong(rightAt)
        && left.getInt(leftAt + KEY) == right.getInt(rightAt + KEY);
  }

  private static void merge(ByteBuffer into, int intoAt, ByteBuffer from, int fromAt) {
    for (int i = 0; i < MERGES.size(); i++) {
      int offset = STATES + 8 * i;
      long present = into.getLong(intoAt + offset);
      long added = from.getLong(fromAt + offset);
      long merged =
          switch (MERGES.get(i)) {
            case SUM -> present + added;
            case MIN -> Math.min(present, added);
            case MAX -> Math.max(present, added);
          };
      SharedMemory.setRelease(into, intoAt + offset, merged);
    }
  }

  private static void copy(ByteBuffer from, int fromAt, ByteBuffer to, int toAt) {
    for (int i = 0; i < PARTIAL.bytes(); i += 8) {
      SharedMemory.setRelease(to, toAt + i, from.getLong(fromAt + i));
    }
  }
}
