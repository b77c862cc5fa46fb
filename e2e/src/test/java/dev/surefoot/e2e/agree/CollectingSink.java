// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import dev.surefoot.agent.sink.OutputWindow;
import dev.surefoot.agent.sink.RowBatch;
import dev.surefoot.agent.sink.RowSink;
import dev.surefoot.agent.sink.SinkProblem;
import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import dev.surefoot.compiler.reference.ReferenceInterpreter.ResultRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps all rows, in the form of the reference's. */
final class CollectingSink implements RowSink {
  private final List<ResultRow> rows = new ArrayList<>();
  private long windowStart;

  List<ResultRow> rows() {
    return rows;
  }

  @Override
  public Optional<SinkProblem> open(List<OutputColumn> columns) {
    return Optional.empty();
  }

  @Override
  public Optional<SinkProblem> windowBegins(OutputWindow window) {
    windowStart = window.startNanos();
    return Optional.empty();
  }

  @Override
  public Optional<SinkProblem> rows(RowBatch batch) {
    for (int row = 0; row < batch.size(); row++) {
      List<Object> values = new ArrayList<>();
      for (int column = 0; column < batch.columns(); column++) {
        values.add(batch.isNull(column, row) ? null : value(batch, column, row));
      }
      rows.add(new ResultRow(windowStart, values));
    }
    return Optional.empty();
  }

  private static Object value(RowBatch batch, int column, int row) {
    long number = batch.number(column, row);
    return switch (batch.type(column)) {
      case INT64 -> number;
      case DOUBLE -> Double.longBitsToDouble(number);
      case BOOLEAN -> number != 0;
      case TEXT ->
          new String(
              batch.textBytes(),
              batch.textOffset(column, row),
              batch.textLength(column, row),
              StandardCharsets.ISO_8859_1);
    };
  }

  @Override
  public Optional<SinkProblem> windowEnds() {
    return Optional.empty();
  }

  @Override
  public Optional<SinkProblem> flush() {
    return Optional.empty();
  }

  @Override
  public Optional<SinkProblem> close() {
    return Optional.empty();
  }

  @Override
  public long rowsTaken() {
    return rows.size();
  }
}
