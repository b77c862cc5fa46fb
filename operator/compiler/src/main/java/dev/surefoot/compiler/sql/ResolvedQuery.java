// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.calcite.sql.SqlNode;

/**
 * A query whose expressions have no more aliases, ordinals and stars: columns of the table, and of
 * the window, only.
 *
 * @param keys what GROUP BY or DISTINCT group by
 * @param aggregated whether rows are groups
 */
record ResolvedQuery(
    QueryNames names,
    List<Output> outputs,
    Optional<SqlNode> where,
    List<SqlNode> keys,
    boolean aggregated,
    Optional<SqlNode> having,
    List<OrderItem> orderBy,
    OptionalLong limit) {
  /** A column of the result. */
  record Output(String name, SqlNode expression) {}

  /** A key to sort by. */
  record OrderItem(SqlNode expression, boolean descending) {}

  ResolvedQuery {
    outputs = List.copyOf(outputs);
    keys = List.copyOf(keys);
    orderBy = List.copyOf(orderBy);
  }
}
