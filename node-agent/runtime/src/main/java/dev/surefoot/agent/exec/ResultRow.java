// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.sink.OutputWindow;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.ValueType;
import java.util.ArrayList;
import java.util.List;

/** The row that a grouping gives: the window's start and end, the keys, the aggregates. */
final class ResultRow {
  /** Column of the first key. */
  static final int FIRST_KEY = 2;

  private ResultRow() {}

  static Row of(List<ValueType> keys, List<AggregateCall> aggregates) {
    List<ValueType> types = new ArrayList<>(List.of(ValueType.INT64, ValueType.INT64));
    types.addAll(keys);
    aggregates.forEach(call -> types.add(call.type()));
    return new Row(types);
  }

  static void setWindow(Row row, OutputWindow window) {
    row.setNumber(0, window.startNanos());
    row.setNumber(1, window.endNanos());
  }
}
