// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;

/**
 * A query that has only what the language has.
 *
 * @param table as written
 * @param alias what the query calls the table, where it does
 * @param orderBy empty where there is none
 */
record ParsedQuery(
    SqlSelect select,
    SqlIdentifier table,
    Optional<SqlIdentifier> alias,
    SqlNodeList orderBy,
    Optional<SqlNode> limit) {
  /** The expressions behind GROUP BY. */
  SqlNodeList groupBy() {
    return orEmpty(select.getGroup());
  }

  /** Whether rows are groups: by GROUP BY, DISTINCT or an aggregate. */
  boolean isAggregated() {
    return select.getGroup() != null || select.isDistinct() || hasAggregate();
  }

  /** Whether an aggregate function occurs where one may. */
  boolean hasAggregate() {
    return Functions.containsAggregate(select.getSelectList())
        || (select.getHaving() != null && Functions.containsAggregate(select.getHaving()))
        || Functions.containsAggregate(orderBy);
  }

  private static SqlNodeList orEmpty(SqlNodeList list) {
    return list == null ? SqlNodeList.EMPTY : list;
  }
}
