// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.schema.Column;
import dev.surefoot.compiler.plan.PlanColumn;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** A row of the table. */
record RowScope(QueryNames names) implements Scope {
  @Override
  public Optional<Expression> find(SqlNode node) {
    return node instanceof SqlIdentifier id ? names.column(id).map(this::column) : Optional.empty();
  }

  private Expression column(int index) {
    Column column = names.table().columns().get(index);
    return new Expression.Column(index, column.name(), PlanColumn.typeOf(column.type()));
  }
}
