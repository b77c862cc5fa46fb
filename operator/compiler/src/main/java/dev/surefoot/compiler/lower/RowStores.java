// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of one row, computed on the program's main path, to be stored into memory that is only
 * known later. Text goes straight from its source to the destination.
 */
final class RowStores {
  private record IntegerStore(Field field, Value value) {}

  private record TextStore(Field field, int column) {}

  private final FunctionBuilder builder;
  private final RowColumns columns;
  private final List<IntegerStore> integers = new ArrayList<>();
  private final List<TextStore> texts = new ArrayList<>();

  private RowStores(FunctionBuilder builder, RowColumns columns) {
    this.builder = builder;
    this.columns = columns;
  }

  static RowStores compute(
      FunctionBuilder builder,
      RowColumns columns,
      ExpressionLowering expressions,
      Shipment shipment,
      RecordLayout layout) {
    RowStores stores = new RowStores(builder, columns);
    for (Shipment.Entry entry : shipment.entries()) {
      Field field = layout.field(entry.field());
      if (field.type() instanceof FieldType.Text) {
        stores.texts.add(new TextStore(field, ((Expression.Column) entry.value()).index()));
      } else if (entry.value() instanceof Expression.Column(int index, _, _)
          && field.type().bytes() < 8) {
        stores.integers.add(new IntegerStore(field, columns.lowBytes(index)));
      } else {
        stores.integers.add(new IntegerStore(field, expressions.integer(entry.value())));
      }
    }
    return stores;
  }

  /** Stores the row at {@code destination + offset}. */
  void storeTo(Value destination, int offset) {
    for (IntegerStore store : integers) {
      builder.store(
          MemorySize.ofBytes(store.field().type().bytes()),
          destination,
          offset + store.field().offset(),
          store.value());
    }
    for (TextStore store : texts) {
      columns.text(store.column(), destination, offset + store.field().offset());
    }
  }
}
