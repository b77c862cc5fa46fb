// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.value.FieldReader;
import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.catalog.bundle.KernelStream.Batches;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Rows that come in batches, and those that lie in the batches that the CPUs are still filling.
 *
 * <p>A batch is first put into the ring, then its area is emptied. So rows are read from an area
 * only while its number stays the same and has not come through the ring; and how many of them were
 * read is remembered until the ring has been drained after the number changed: by then the batch
 * has come, and its first rows were skipped, or it was lost.
 */
final class BatchSource implements RowSource {
  private static final int CPU = Batches.BATCH_HEADER.field("cpu").offset();
  private static final int BATCH = Batches.BATCH_HEADER.field("batch").offset();
  private static final int COUNT = Batches.BATCH_HEADER.field("count").offset();
  private static final int ROWS = Batches.BATCH_HEADER.bytes();
  private static final int MAX_ATTEMPTS = 8;

  private final ByteBuffer areas;
  private final int areaBytes;
  private final int rowBytes;
  private final int rowsPerBatch;
  private final FieldReader fields;
  private final Row row;
  private final LossCounts loss;
  private final RowOperator next;
  private final ByteBuffer copy;
  // For each CPU: the last batch that came through the ring; the batch of which rows were read in
  // its area, and how many.
  private final long[] arrived;
  private final long[] early;
  private final int[] earlyRows;
  private RingReader ring;

  BatchSource(
      Batches stream,
      List<String> columns,
      KernelMemory memory,
      LossCounts loss,
      RowOperator next) {
    areas = memory.area(stream.map());
    areaBytes = stream.areaBytes();
    rowBytes = stream.row().bytes();
    rowsPerBatch = stream.rowsPerBatch();
    copy = ByteBuffer.allocateDirect(rowsPerBatch * rowBytes).order(ByteOrder.LITTLE_ENDIAN);
    RowFields selected = RowFields.of(stream.row(), columns);
    fields = selected.reader();
    row = selected.row();
    this.loss = loss;
    this.next = next;
    arrived = new long[memory.cpus()];
    early = new long[memory.cpus()];
    earlyRows = new int[memory.cpus()];
    Arrays.fill(arrived, -1);
    Arrays.fill(early, -1);
  }

  /** The ring is drained in the middle of reading the areas. */
  void connect(RingReader reader) {
    ring = reader;
  }

  @Override
  public void record(int stream, ByteBuffer data, int offset, int length) {
    int cpu = data.getInt(offset + CPU);
    long batch = data.getLong(offset + BATCH);
    int count = (int) data.getLong(offset + COUNT);
    int first = 0;
    if (batch == early[cpu]) {
      first = earlyRows[cpu];
      earlyRows[cpu] = 0;
    }
    arrived[cpu] = batch;
    give(data, offset + ROWS + first * rowBytes, count - first);
  }

  private void give(ByteBuffer data, int offset, int count) {
    for (int i = 0; i < count; i++) {
      fields.read(data, offset + i * rowBytes, row);
      next.row(row);
    }
  }

  @Override
  public boolean collect(long untilNanos) {
    boolean complete = true;
    for (int cpu = 0; cpu < arrived.length; cpu++) {
      complete &= collect(cpu);
    }
    return complete;
  }

  private boolean collect(int cpu) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      long batch = SharedMemory.getAcquire(areas, cpu * areaBytes + BATCH);
      if (batch != early[cpu] && !settle(cpu, batch)) {
        return false;
      }
      if (batch <= arrived[cpu] || read(cpu, batch)) {
        return true;
      }
    }
    return false;
  }

  /** Makes sure that every batch before this one has come through the ring or is lost. */
  private boolean settle(int cpu, long batch) {
    if (!ring.drain()) {
      return false;
    }
    if (earlyRows[cpu] > 0) {
      // The program counted the whole batch as lost.
      loss.recovered(earlyRows[cpu]);
    }
    early[cpu] = batch;
    earlyRows[cpu] = 0;
    return true;
  }

  /** Reads what is new in a CPU's area; false where the program went on to the next batch. */
  private boolean read(int cpu, long batch) {
    int area = cpu * areaBytes;
    int count = (int) SharedMemory.getAcquire(areas, area + COUNT);
    int first = earlyRows[cpu];
    if (count > rowsPerBatch) {
      throw new IllegalStateException(
          count + " rows in the batch of CPU " + cpu + "; at most " + rowsPerBatch);
    }
    int added = Math.max(0, count - first);
    copy.put(0, areas, area + ROWS + first * rowBytes, added * rowBytes);
    if (SharedMemory.getAfterReads(areas, area + BATCH) != batch) {
      return false;
    }
    earlyRows[cpu] = first + added;
    give(copy, 0, added);
    return true;
  }

  @Override
  public void advance(long untilNanos) {
    next.advance(untilNanos);
  }

  @Override
  public void finish(long nowNanos) {
    next.finish(nowNanos);
  }
}
