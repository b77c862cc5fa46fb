// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.expression.BooleanExpression;
import dev.surefoot.agent.exec.expression.Truth;
import dev.surefoot.agent.exec.value.Row;

/** Passes the rows for which the predicate is TRUE. */
final class FilterOperator extends PassingOperator {
  private final BooleanExpression predicate;

  FilterOperator(BooleanExpression predicate, RowOperator next) {
    super(next);
    this.predicate = predicate;
  }

  @Override
  public void row(Row row) {
    if (predicate.evaluate(row) == Truth.TRUE) {
      next.row(row);
    }
  }
}
