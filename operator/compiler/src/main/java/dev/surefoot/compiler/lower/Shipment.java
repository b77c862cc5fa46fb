// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.plan.PlanColumn;
import dev.surefoot.compiler.split.KernelExpressible;
import java.util.ArrayList;
import java.util.List;

/**
 * Which values a program ships so that user space can compute the expressions that are wanted of a
 * row: a computed integer as itself, anything else as the columns it names.
 *
 * @param entries what is shipped, each once
 */
record Shipment(List<Entry> entries) {
  /** A shipped value, its field's name and type, and what it is of the table's row. */
  record Entry(String field, FieldType type, Expression value) {}

  Shipment {
    entries = List.copyOf(entries);
  }

  /** What must be shipped for these expressions over the table's columns. */
  static Shipment of(Table table, List<Expression> wanted) {
    List<Entry> entries = new ArrayList<>();
    for (Expression expression : wanted) {
      if (isComputed(expression)) {
        add(entries, new Entry("value" + entries.size(), FieldType.I64, expression));
      } else {
        expression
            .columnIndexes()
            .forEach(index -> add(entries, columnEntry(table.columns().get(index), index)));
      }
    }
    return new Shipment(entries);
  }

  /** The expression over the shipped values, by their places. */
  Expression overShipped(Expression expression) {
    for (int place = 0; place < entries.size(); place++) {
      if (entries.get(place).value().equals(expression)) {
        return new Expression.Column(place, entries.get(place).field(), expression.type());
      }
    }
    return expression.withChildren(expression.children().stream().map(this::overShipped).toList());
  }

  private static boolean isComputed(Expression expression) {
    return KernelExpressible.integer(expression)
        && !(expression instanceof Expression.Column)
        && expression.columnIndexes().findAny().isPresent();
  }

  private static Entry columnEntry(Column column, int index) {
    return new Entry(
        column.name(),
        column.type(),
        new Expression.Column(index, column.name(), PlanColumn.typeOf(column.type())));
  }

  private static void add(List<Entry> entries, Entry entry) {
    if (entries.stream().noneMatch(present -> present.value().equals(entry.value()))) {
      entries.add(entry);
    }
  }
}
