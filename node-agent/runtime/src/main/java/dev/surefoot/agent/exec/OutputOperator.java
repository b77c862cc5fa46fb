// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.sink.OutputWindow;
import dev.surefoot.agent.sink.RowBatch;
import dev.surefoot.agent.sink.RowSink;
import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import dev.surefoot.catalog.expression.ValueType;
import java.util.List;

/** The last operator: gives batches of rows to the sink. */
final class OutputOperator implements RowOperator {
  private static final int BATCH_ROWS = 1024;

  private final RowSink sink;
  private final RunState state;
  private final RowBatch batch;
  private long rows;
  private boolean flushed = true;

  OutputOperator(List<OutputColumn> columns, RowSink sink, RunState state) {
    this.sink = sink;
    this.state = state;
    List<ValueType> columnTypes = columns.stream().map(OutputColumn::type).toList();
    batch = new RowBatch(columnTypes, BATCH_ROWS);
    state.report(sink.open(columns));
  }

  @Override
  public void row(Row row) {
    batch.addRow();
    StoredRows.store(row, batch, 0);
    if (batch.size() == BATCH_ROWS) {
      deliver();
    }
  }

  private void deliver() {
    if (batch.size() > 0) {
      rows += batch.size();
      flushed = false;
      state.report(sink.rows(batch));
      batch.clear();
    }
  }

  /** Shows everything that there is so far. */
  void flush() {
    deliver();
    if (!flushed) {
      state.report(sink.flush());
      flushed = true;
    }
  }

  /** Rows that were given to the sink. */
  long rows() {
    return rows;
  }

  @Override
  public void advance(long untilNanos) {
    // Rows that belong to no window wait for nothing.
  }

  @Override
  public void windowBegins(OutputWindow window) {
    deliver();
    flushed = false;
    state.report(sink.windowBegins(window));
  }

  @Override
  public void windowEnds() {
    deliver();
    state.report(sink.windowEnds());
  }

  @Override
  public void finish(long nowNanos) {
    flush();
    state.report(sink.close());
  }
}
