// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.reference.EventLog.Recorded.Cancelled;
import dev.surefoot.compiler.reference.EventLog.Recorded.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a table from the events of its hooks, as {@link Table.Shape} says. */
final class TableRows {
  private TableRows() {}

  /** Rows with all columns in the table's order, in the order of their (closing) events. */
  static List<List<Object>> of(Table table, EventLog log) {
    return switch (table.shape()) {
      case Table.Shape.Event _ -> ofEvents(table, log);
      case Table.Shape.Span span -> ofSpans(table, span, log);
    };
  }

  private static List<List<Object>> ofEvents(Table table, EventLog log) {
    List<List<Object>> rows = new ArrayList<>();
    for (EventLog.Recorded event : log.events()) {
      if (event instanceof Seen(Half half, var values) && half == Half.EVENT) {
        rows.add(table.columns().stream().map(column -> values.get(column.name())).toList());
      }
    }
    return rows;
  }

  private static List<List<Object>> ofSpans(Table table, Table.Shape.Span span, EventLog log) {
    List<List<Object>> rows = new ArrayList<>();
    Map<Object, Map<String, Object>> open = new HashMap<>();
    for (EventLog.Recorded event : log.events()) {
      switch (event) {
        case Cancelled(long key, var unless) -> {
          if (unless.isEmpty() || unless.get() != key) {
            open.remove(key);
          }
        }
        case Seen(Half half, var values) when half == Half.OPEN ->
            open.put(values.get(span.key()), values);
        case Seen(_, var closing) -> {
          Map<String, Object> opening = open.remove(closing.get(span.key()));
          if (opening != null) {
            rows.add(row(table, opening, closing));
          }
        }
      }
    }
    return rows;
  }

  /** What the closing half has is taken from there: the row is of the moment that it ended. */
  private static List<Object> row(
      Table table, Map<String, Object> opening, Map<String, Object> closing) {
    List<Object> row = new ArrayList<>();
    for (Column column : table.columns()) {
      row.add((column.availableAt(Half.CLOSE) ? closing : opening).get(column.name()));
    }
    return row;
  }
}
