// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.bundle.KernelStream.Batches;
import dev.surefoot.catalog.bundle.Loss;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Writes rows (cpu, number) into batches as a program does: one thread for each CPU. */
final class TestingBatchProgram {
  private static final int BATCH = Batches.BATCH_HEADER.field("batch").offset();
  private static final int COUNT = Batches.BATCH_HEADER.field("count").offset();

  private final Batches stream;
  private final TestingKernelMemory memory;
  private final ByteBuffer areas;
  private final long[] numbers;
  private volatile boolean full;
  private int capacity = Integer.MAX_VALUE;

  TestingBatchProgram(Batches stream, TestingKernelMemory memory) {
    this.stream = stream;
    this.memory = memory;
    areas = memory.addArea(stream.map(), memory.cpus() * stream.areaBytes());
    numbers = new long[memory.cpus()];
  }

  /** No batch finds room. */
  void ringIsFull(boolean isFull) {
    full = isFull;
  }

  /** So many batches have room. */
  void ringCapacity(int batches) {
    capacity = batches;
  }

  void add(int cpu) {
    add(cpu, row -> number(cpu, row));
  }

  /** Adds a row that is written by {@code fields}. */
  void add(int cpu, Consumer<TestingRecord> fields) {
    if (write(cpu, fields)) {
      reset(cpu);
    }
  }

  private void number(int cpu, TestingRecord row) {
    TestingRecord _ = row.set("cpu", cpu).set("number", numbers[cpu]++);
  }

  /** Stops between shipping a batch and emptying its area. */
  void addWithoutReset(int cpu) {
    boolean _ = write(cpu, row -> number(cpu, row));
  }

  private boolean write(int cpu, Consumer<TestingRecord> fields) {
    int area = cpu * stream.areaBytes();
    long count = areas.getLong(area + COUNT);
    int row = area + Batches.BATCH_HEADER.bytes() + (int) count * stream.row().bytes();
    fields.accept(TestingRecord.at(stream.row(), areas, row));
    SharedMemory.setRelease(areas, area + COUNT, count + 1);
    if (count + 1 < stream.rowsPerBatch()) {
      return false;
    }
    ship(cpu, area);
    return true;
  }

  private void ship(int cpu, int area) {
    areas.putInt(area, stream.id());
    areas.putInt(area + Batches.BATCH_HEADER.field("cpu").offset(), cpu);
    if (full || memory.ring().size() >= capacity) {
      memory.lose(Loss.RING_FULL, cpu, stream.rowsPerBatch());
      return;
    }
    ByteBuffer copy = TestingKernelMemory.bytes(stream.areaBytes());
    copy.put(0, areas, area, stream.areaBytes());
    memory.ring().add(copy);
  }

  void reset(int cpu) {
    int area = cpu * stream.areaBytes();
    SharedMemory.setRelease(areas, area + COUNT, 0);
    SharedMemory.setRelease(areas, area + BATCH, areas.getLong(area + BATCH) + 1);
  }
}
