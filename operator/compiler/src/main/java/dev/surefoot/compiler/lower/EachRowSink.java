// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import dev.surefoot.compiler.ir.OpenBlock;
import java.util.List;

/** One ring-buffer record for each row. */
final class EachRowSink implements RowSinkLowering {
  private static final String STREAM = "stream";

  private final int stream;
  private final Shipment shipment;
  private final RingBuffer ring;
  private final RecordLayout layout;

  EachRowSink(int stream, Shipment shipment, RingBuffer ring) {
    this.stream = stream;
    this.shipment = shipment;
    this.ring = ring;
    RecordLayout.Builder builder = RecordLayout.named("row").add(STREAM, FieldType.U32);
    shipment.entries().forEach(entry -> builder.add(entry.field(), entry.type()));
    this.layout = builder.build();
  }

  @Override
  public List<MapDefinition> maps() {
    return List.of();
  }

  @Override
  public KernelStream stream() {
    return new KernelStream.Events(stream, layout);
  }

  @Override
  public void take(
      ProgramScope scope, RowColumns columns, ExpressionLowering expressions, OpenBlock done) {
    RowStores stores = RowStores.compute(scope.builder(), columns, expressions, shipment, layout);
    ring.ship(
        scope,
        layout.bytes(),
        Loss.RING_FULL,
        record -> {
          scope.builder().store(MemorySize.B4, record, layout.field(STREAM).offset(), stream);
          stores.storeTo(record, 0);
        },
        done);
  }
}
