// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.KernelStream.Batches;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.layout.RecordLayout;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import java.util.List;

/**
 * Rows gather in an area of their CPU and are shipped as one record when it is full. Only one
 * program writes the area, and the kernel does not run one program twice on a CPU at a time.
 */
final class BatchSink implements RowSinkLowering {
  private static final int MOST_ROWS = 256;
  private static final int MOST_BYTES = 32 << 10;
  private static final int COUNT = Batches.BATCH_HEADER.field("count").offset();
  private static final int BATCH = Batches.BATCH_HEADER.field("batch").offset();

  private final Batches stream;
  private final Shipment shipment;
  private final RingBuffer ring;
  private final MapDefinition map;

  BatchSink(int id, Shipment shipment, RingBuffer ring, KernelProfile profile) {
    this.shipment = shipment;
    this.ring = ring;
    RecordLayout.Builder builder = RecordLayout.named("row");
    shipment.entries().forEach(entry -> builder.add(entry.field(), entry.type()));
    RecordLayout row = builder.build();
    this.stream = new Batches(id, row, rowsPerBatch(row), "batches");
    this.map = CpuAreas.map(stream.map(), stream.areaBytes(), profile);
  }

  private static int rowsPerBatch(RecordLayout row) {
    return Math.min(MOST_ROWS, Integer.highestOneBit(MOST_BYTES / Math.max(8, row.bytes())));
  }

  @Override
  public List<MapDefinition> maps() {
    return List.of(map);
  }

  @Override
  public KernelStream stream() {
    return stream;
  }

  @Override
  public void take(
      ProgramScope scope, RowColumns columns, ExpressionLowering expressions, OpenBlock done) {
    FunctionBuilder builder = scope.builder();
    RowStores stores = RowStores.compute(builder, columns, expressions, shipment, stream.row());
    Value area = CpuAreas.area(builder, map, stream.areaBytes());
    Value count = builder.load(MemorySize.B8, area, COUNT);
    Value place = builder.alu(AluOp.AND, count, stream.rowsPerBatch() - 1);
    Value row = builder.pointerAdd(area, builder.alu(AluOp.MUL, place, stream.row().bytes()));
    stores.storeTo(row, Batches.BATCH_HEADER.bytes());
    Value next = builder.alu(AluOp.ADD, place, 1);
    builder.store(MemorySize.B8, area, COUNT, next);
    OpenBlock full = builder.newBlock("batch_full");
    builder.branch(JumpOp.EQ, next, stream.rowsPerBatch(), full, done, Likelihood.UNLIKELY);
    builder.switchTo(full);
    ship(scope, area);
    builder.jump(done);
  }

  private void ship(ProgramScope scope, Value area) {
    FunctionBuilder builder = scope.builder();
    builder.store(MemorySize.B4, area, Batches.BATCH_HEADER.field("stream").offset(), stream.id());
    builder.store(
        MemorySize.B4,
        area,
        Batches.BATCH_HEADER.field("cpu").offset(),
        builder.call(HelperCall.GET_SMP_PROCESSOR_ID));
    ring.shipCopy(scope, area, stream.areaBytes(), stream.rowsPerBatch());
    // A reader takes the rows of a batch by its number: the count must be 0 before that changes.
    builder.store(MemorySize.B8, area, COUNT, 0);
    Value number = builder.load(MemorySize.B8, area, BATCH);
    builder.store(MemorySize.B8, area, BATCH, builder.alu(AluOp.ADD, number, 1));
  }
}
