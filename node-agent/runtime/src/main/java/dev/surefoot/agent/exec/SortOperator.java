// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.expression.CompiledExpression;
import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.exec.value.TextValue;
import dev.surefoot.agent.sink.RowBatch;
import dev.surefoot.catalog.expression.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps the rows of a window, or of the run where there are no windows, and gives the first ones in
 * order. Where there is a limit the rows that cannot be among them are dropped on the way.
 */
final class SortOperator extends PassingOperator {
  private static final int FIRST_CAPACITY = 1024;

  private final CompiledExpression[] keys;
  private final long limit;
  private final int maxRows;
  private final LossCounts loss;
  private final Row keyRow;
  private final Row out;
  private final TextValue[] texts;
  private final RowOrder order;
  private RowBatch rows;
  private RowBatch spare;

  SortOperator(
      List<ValueType> columns,
      List<CompiledExpression> keys,
      boolean[] descending,
      long limit,
      int maxRows,
      LossCounts loss,
      RowOperator next) {
    super(next);
    this.keys = keys.toArray(CompiledExpression[]::new);
    this.limit = limit;
    this.maxRows = maxRows;
    this.loss = loss;
    List<ValueType> keyTypes = keys.stream().map(CompiledExpression::type).toList();
    keyRow = new Row(keyTypes);
    out = new Row(columns);
    texts =
        Arrays.stream(new int[columns.size()])
            .mapToObj(_ -> new TextValue(0))
            .toArray(TextValue[]::new);
    List<ValueType> stored = new ArrayList<>(columns);
    stored.addAll(keyTypes);
    rows = new RowBatch(stored, FIRST_CAPACITY);
    spare = new RowBatch(stored, FIRST_CAPACITY);
    order = order(columns.size(), descending);
  }

  /** By the keys, which are stored behind the columns, then by the columns. */
  private static RowOrder order(int columns, boolean[] descending) {
    int[] by =
        IntStream.concat(
                IntStream.range(columns, columns + descending.length), IntStream.range(0, columns))
            .toArray();
    return new RowOrder(by, Arrays.copyOf(descending, by.length));
  }

  @Override
  public void row(Row row) {
    if (rows.size() >= maxRows && !dropRowsBeyondLimit()) {
      loss.add(LossStage.MEMORY_FULL, 1);
      return;
    }
    for (int i = 0; i < keys.length; i++) {
      keys[i].evaluate(row, keyRow, i);
    }
    rows.addRow();
    StoredRows.store(row, rows, 0);
    StoredRows.store(keyRow, rows, row.columns());
    if (rows.size() >= FIRST_CAPACITY && rows.size() / 2 >= limit) {
      boolean _ = dropRowsBeyondLimit();
    }
  }

  /** Whether there is room then. */
  private boolean dropRowsBeyondLimit() {
    if (rows.size() <= limit) {
      return false;
    }
    int[] sorted = order.sorted(rows);
    for (int i = 0; i < limit; i++) {
      StoredRows.copy(rows, sorted[i], spare);
    }
    RowBatch kept = spare;
    spare = rows;
    rows = kept;
    spare.clear();
    return rows.size() < maxRows;
  }

  private void give() {
    int[] sorted = order.sorted(rows);
    int count = (int) Math.min(limit, rows.size());
    for (int i = 0; i < count; i++) {
      StoredRows.restore(rows, sorted[i], out, texts);
      next.row(out);
    }
    rows.clear();
  }

  @Override
  public void windowEnds() {
    give();
    next.windowEnds();
  }

  @Override
  public void finish(long nowNanos) {
    give();
    next.finish(nowNanos);
  }
}
