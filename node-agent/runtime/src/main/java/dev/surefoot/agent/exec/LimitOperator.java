// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.value.Row;

/** Passes so many rows, then ends the query. */
final class LimitOperator extends PassingOperator {
  private final RunState state;
  private long left;

  LimitOperator(long limit, RunState state, RowOperator next) {
    super(next);
    this.state = state;
    left = limit;
    if (left <= 0) {
      state.reachLimit();
    }
  }

  @Override
  public void row(Row row) {
    if (left > 0) {
      next.row(row);
      if (--left == 0) {
        state.reachLimit();
      }
    }
  }
}
