// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.expression.CompiledExpression;
import dev.surefoot.agent.exec.value.Row;
import java.util.List;

/** Makes a new row of expressions over the old one. */
final class ProjectOperator extends PassingOperator {
  private final CompiledExpression[] columns;
  private final Row out;

  ProjectOperator(List<CompiledExpression> columns, RowOperator next) {
    super(next);
    this.columns = columns.toArray(CompiledExpression[]::new);
    out = new Row(columns.stream().map(CompiledExpression::type).toList());
  }

  @Override
  public void row(Row row) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].evaluate(row, out, i);
    }
    next.row(out);
  }
}
