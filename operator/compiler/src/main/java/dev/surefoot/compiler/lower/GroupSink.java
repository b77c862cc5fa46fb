// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.KernelStream.Partials;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.split.GroupForm;
import dev.surefoot.compiler.split.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds rows to the partial aggregates of their CPU, window and key. */
final class GroupSink implements RowSinkLowering {
  private final Pipeline pipeline;
  private final Pipeline.Body.Groups groups;
  private final PartialLayout layout;
  private final WindowEnd windows;
  private final GroupStore store;
  private final Partials stream;

  GroupSink(int id, Pipeline pipeline, GroupForm form, RingBuffer ring, KernelProfile profile) {
    this.pipeline = pipeline;
    this.groups = (Pipeline.Body.Groups) pipeline.body();
    this.layout = PartialLayout.of(pipeline.table(), groups);
    this.windows = new WindowEnd(groups.windowNanos(), profile);
    this.store =
        switch (form) {
          case GroupForm.DenseSlots(int slots) ->
              new SlotStore(
                  slots, SlotStore.Addressing.KEY, Optional.empty(), layout, id, ring, profile);
          case GroupForm.CachedHash(int slots, int entries) ->
              new SlotStore(
                  slots,
                  SlotStore.Addressing.HASH,
                  Optional.of(new HashStore(entries, layout, id, ring)),
                  layout,
                  id,
                  ring,
                  profile);
          case GroupForm.PerCpuHash(int entries) -> new HashStore(entries, layout, id, ring);
        };
    this.stream =
        new Partials(
            id, layout.record(), layout.keys(), layout.states(), store.slots(), store.hash());
  }

  @Override
  public List<MapDefinition> maps() {
    return Stream.concat(windows.maps().stream(), store.maps().stream()).toList();
  }

  @Override
  public KernelStream stream() {
    return stream;
  }

  PartialLayout layout() {
    return layout;
  }

  @Override
  public void take(
      ProgramScope scope, RowColumns columns, ExpressionLowering expressions, OpenBlock done) {
    FunctionBuilder builder = scope.builder();
    Value time = columns.integer(pipeline.timeColumn());
    List<Value> inputs = inputs(builder, expressions);
    List<KeyValue> keys = new ArrayList<>();
    for (NamedExpression key : groups.keys()) {
      keys.add(keyValue(key.expression(), columns, expressions));
    }
    List<Value> words = PartialCode.keyWords(builder, layout, keys);
    Value windowEnd = windows.of(builder, time);
    store.add(new PartialCode(scope, layout, windowEnd, words, inputs), done);
  }

  private List<Value> inputs(FunctionBuilder builder, ExpressionLowering expressions) {
    return layout.inputs().stream().map(input -> input.lower(builder, expressions)).toList();
  }

  private static KeyValue keyValue(
      Expression key, RowColumns columns, ExpressionLowering expressions) {
    return switch (key) {
      case Expression.Column(int index, _, ValueType type) when type == ValueType.TEXT ->
          new KeyValue.Text(expressions.text(index));
      case Expression.Column(int index, _, _) -> new KeyValue.Scalar(columns.lowBytes(index));
      default -> new KeyValue.Scalar(expressions.integer(key));
    };
  }
}
