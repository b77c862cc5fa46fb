// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.split.SpanSlot;
import java.util.HashMap;
import java.util.Map;

/** Columns of a span at its close: what the opening kept is in the slot, the rest at the hook. */
final class SpanColumns implements RowColumns {
  private final FunctionBuilder builder;
  private final SpanSlot shape;
  private final Value slot;
  private final HookColumns close;
  private final Map<String, Value> loaded = new HashMap<>();

  SpanColumns(FunctionBuilder builder, SpanSlot shape, Value slot, HookColumns close) {
    this.builder = builder;
    this.shape = shape;
    this.slot = slot;
    this.close = close;
  }

  /** Tells of a value that the program has loaded from the slot already. */
  void know(String field, Value value) {
    loaded.put(field, value);
  }

  @Override
  public Value integer(int column) {
    if (!shape.columns().contains(column)) {
      return close.integer(column);
    }
    FieldType.Int type = (FieldType.Int) field(column).type();
    Value raw = lowBytes(column);
    return type.signed() && type.bytes() < 8 ? builder.signExtend(8 * type.bytes(), raw) : raw;
  }

  @Override
  public Value lowBytes(int column) {
    if (!shape.columns().contains(column)) {
      return close.lowBytes(column);
    }
    Field field = field(column);
    return loaded.computeIfAbsent(
        field.name(),
        _ -> builder.load(MemorySize.ofBytes(field.type().bytes()), slot, field.offset()));
  }

  @Override
  public void text(int column, Value destination, int offset) {
    if (!shape.columns().contains(column)) {
      close.text(column, destination, offset);
      return;
    }
    Field field = field(column);
    for (int word = 0; word < field.type().bytes(); word += 8) {
      Value part = builder.load(MemorySize.B8, slot, field.offset() + word);
      builder.store(MemorySize.B8, destination, offset + word, part);
    }
  }

  private Field field(int column) {
    return shape.layout().field(close.table().columns().get(column).name());
  }
}
