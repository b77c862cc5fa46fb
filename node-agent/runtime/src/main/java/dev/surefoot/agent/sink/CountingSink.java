// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import java.util.List;
import java.util.Optional;

/** Counts rows and keeps none: what is left of a run's cost is the query's. */
public final class CountingSink implements RowSink {
  private long rows;

  @Override
  public Optional<SinkProblem> open(List<OutputColumn> columns) {
    return Optional.empty();
  }

  @Override
  public Optional<SinkProblem> windowBegins(OutputWindow window) {
    return Optional.empty();
  }

  @Override
  public Optional<SinkProblem> rows(RowBatch batch) {
    rows += batch.size();
    return Optional.empty();
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
    return rows;
  }
}
