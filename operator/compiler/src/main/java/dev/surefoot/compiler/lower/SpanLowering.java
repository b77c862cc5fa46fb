// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.plan.PlanColumn;
import dev.surefoot.compiler.split.Conjuncts;
import dev.surefoot.compiler.split.Pipeline;
import dev.surefoot.compiler.split.SpanForm;
import dev.surefoot.compiler.split.SpanSlot;
import java.util.ArrayList;
import java.util.List;

/** The programs of a span table whose spans are matched in the kernel. */
final class SpanLowering {
  private final Pipeline pipeline;
  private final Table table;
  private final Table.Shape.Span shape;
  private final KernelProfile profile;
  private final SpanSlot slot;
  private final SpanStore store;
  private final Conjuncts conjuncts;
  private final int key;

  SpanLowering(Pipeline pipeline, Table.Shape.Span shape, SpanForm form, KernelProfile profile) {
    this.pipeline = pipeline;
    this.table = pipeline.table();
    this.shape = shape;
    this.profile = profile;
    this.slot = SpanSlot.of(pipeline);
    this.conjuncts = Conjuncts.of(pipeline);
    this.key = table.columns().indexOf(table.column(shape.key()));
    this.store =
        switch (form) {
          case SpanForm.DirectArray(int keys) -> new ArraySpanStore(slot, keys);
          case SpanForm.Hash(int entries) -> new HashSpanStore(slot, entries);
          case SpanForm.TaskStorage() -> new TaskSpanStore(slot);
        };
  }

  MapDefinition map() {
    return store.map();
  }

  /** What ends spans comes first, so that no span is opened which nothing would end. */
  List<KernelPart.LoweredProgram> lower(RowProgram rows) {
    List<KernelPart.LoweredProgram> programs = new ArrayList<>();
    shape.cancels().forEach(cancel -> programs.add(lowerCancel(cancel)));
    programs.add(lowerClose(rows));
    programs.add(lowerOpen());
    return programs;
  }

  private KernelPart.LoweredProgram lowerOpen() {
    ProgramScope scope = scope(ProgramNames.of(shape.open()));
    FunctionBuilder builder = scope.builder();
    OpenBlock exit = scope.exitBlock();
    HookColumns columns = new HookColumns(table, Half.OPEN, scope.reader());
    ExpressionLowering expressions = new ExpressionLowering(builder, table, columns);
    Value keyValue = columns.integer(key);
    builder.at(pipeline.lines().filter());
    expressions.require(conjuncts.invariant(), exit);
    if (!conjuncts.open().isEmpty()) {
      OpenBlock unwanted = builder.newBlock("unwanted");
      expressions.require(conjuncts.open(), unwanted);
      OpenBlock wanted = builder.currentBlock();
      builder.switchTo(unwanted);
      store.forget(scope, keyValue);
      builder.jump(exit);
      builder.switchTo(wanted);
    }
    builder.at(pipeline.lines().scan());
    open(scope, columns, keyValue, exit);
    return scope.finish(shape.open(), store.needsKernelTypes());
  }

  private void open(ProgramScope scope, HookColumns columns, Value keyValue, OpenBlock exit) {
    FunctionBuilder builder = scope.builder();
    List<Shipment.Entry> kept = new ArrayList<>();
    for (int index : slot.columns()) {
      Expression column =
          new Expression.Column(
              index,
              table.columns().get(index).name(),
              PlanColumn.typeOf(table.columns().get(index).type()));
      kept.add(
          new Shipment.Entry(
              table.columns().get(index).name(), table.columns().get(index).type(), column));
    }
    ExpressionLowering expressions = new ExpressionLowering(builder, table, columns);
    RowStores stores =
        RowStores.compute(builder, columns, expressions, new Shipment(kept), slot.layout());
    store.open(
        scope,
        keyValue,
        address -> {
          if (slot.hasOwnMarker()) {
            builder.store(MemorySize.B8, address, markerField().offset(), 1);
          }
          stores.storeTo(address, 0);
        },
        exit);
  }

  private KernelPart.LoweredProgram lowerClose(RowProgram rows) {
    ProgramScope scope = scope(ProgramNames.of(shape.close()));
    FunctionBuilder builder = scope.builder();
    OpenBlock exit = scope.exitBlock();
    HookColumns close = new HookColumns(table, Half.CLOSE, scope.reader());
    Value keyValue = close.integer(key);
    builder.at(pipeline.lines().filter());
    new ExpressionLowering(builder, table, close).require(conjuncts.invariant(), exit);
    builder.at(pipeline.lines().scan());
    Value address = store.find(scope, keyValue, exit);
    Value marker = builder.load(MemorySize.B8, address, markerField().offset());
    OpenBlock matched = builder.newBlock("matched");
    builder.branch(JumpOp.EQ, marker, 0, exit, matched, Likelihood.UNLIKELY);
    builder.switchTo(matched);
    builder.store(MemorySize.B8, address, markerField().offset(), 0);
    SpanColumns columns = new SpanColumns(builder, slot, address, close);
    if (!slot.hasOwnMarker()) {
      columns.know(slot.marker(), marker);
    }
    rows.take(scope, columns, conjuncts.rest(), exit);
    return scope.finish(shape.close(), store.needsKernelTypes());
  }

  private KernelPart.LoweredProgram lowerCancel(Table.Cancel cancel) {
    ProgramScope scope = scope(ProgramNames.ofCancel(cancel.hook()));
    FunctionBuilder builder = scope.builder();
    OpenBlock exit = scope.exitBlock();
    Value keyValue = builder.zeroExtend(32, scope.reader().integer(cancel.key()));
    cancel
        .unless()
        .ifPresent(
            other -> {
              OpenBlock differs = builder.newBlock("differs");
              builder.branch(
                  JumpOp.EQ,
                  Width.W64,
                  keyValue,
                  scope.reader().integer(other),
                  exit,
                  differs,
                  Likelihood.LIKELY);
              builder.switchTo(differs);
            });
    store.cancel(scope, keyValue, exit);
    return scope.finish(cancel.hook(), store.needsKernelTypes());
  }

  private ProgramScope scope(String name) {
    ProgramScope scope = ProgramScope.of(name, profile, LossCounter.map(profile));
    scope.builder().at(pipeline.lines().scan());
    return scope;
  }

  private Field markerField() {
    return slot.layout().field(slot.marker());
  }
}
