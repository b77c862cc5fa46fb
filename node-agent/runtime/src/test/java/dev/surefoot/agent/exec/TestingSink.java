// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.sink.OutputWindow;
import dev.surefoot.agent.sink.RowBatch;
import dev.surefoot.agent.sink.RowSink;
import dev.surefoot.agent.sink.SinkProblem;
import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps rows as lists of boxed values. */
public final class TestingSink implements RowSink {
  private final List<List<Object>> rows = new ArrayList<>();
  private final List<OutputWindow> windows = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private Optional<SinkProblem> problem = Optional.empty();

  /** Every later call answers with this problem. */
  public void fail(SinkProblem reason) {
    problem = Optional.of(reason);
  }

  /** Rows so far: Long, Double, Boolean, String or null. */
  public List<List<Object>> rows() {
    return rows;
  }

  /** Windows so far. */
  public List<OutputWindow> windows() {
    return windows;
  }

  /** What was called, with the number of rows of a batch. */
  public List<String> calls() {
    return calls;
  }

  @Override
  public Optional<SinkProblem> open(List<OutputColumn> columns) {
    calls.add("open");
    return problem;
  }

  @Override
  public Optional<SinkProblem> windowBegins(OutputWindow window) {
    windows.add(window);
    calls.add("begin " + window.startNanos());
    return problem;
  }

  @Override
  public Optional<SinkProblem> rows(RowBatch batch) {
    calls.add("rows " + batch.size());
    if (problem.isEmpty()) {
      for (int row = 0; row < batch.size(); row++) {
        rows.add(values(batch, row));
      }
    }
    return problem;
  }

  private static List<Object> values(RowBatch batch, int row) {
    List<Object> values = new ArrayList<>();
    for (int column = 0; column < batch.columns(); column++) {
      values.add(batch.isNull(column, row) ? null : value(batch, column, row));
    }
    return values;
  }

  private static Object value(RowBatch batch, int column, int row) {
    long number = batch.number(column, row);
    return switch (batch.type(column)) {
      case INT64 -> (Object) number;
      case DOUBLE -> Double.longBitsToDouble(number);
      case BOOLEAN -> number != 0;
      case TEXT ->
          new String(
              batch.textBytes(),
              batch.textOffset(column, row),
              batch.textLength(column, row),
              StandardCharsets.UTF_8);
    };
  }

  @Override
  public Optional<SinkProblem> windowEnds() {
    calls.add("end");
    return problem;
  }

  @Override
  public Optional<SinkProblem> flush() {
    return problem;
  }

  @Override
  public Optional<SinkProblem> close() {
    calls.add("close");
    return problem;
  }

  @Override
  public long rowsTaken() {
    return rows.size();
  }
}
