// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlShuttle;

/** Puts the expressions of SELECT in the place of their aliases, outside of aggregates. */
final class AliasReplacer extends SqlShuttle {
  private final QueryNames names;

  AliasReplacer(QueryNames names) {
    this.names = names;
  }

  @Override
  public SqlNode visit(SqlIdentifier id) {
    List<SqlNode> aliased = id.isStar() ? List.of() : names.aliased(id);
    return aliased.isEmpty() ? id : aliased.getFirst();
  }

  @Override
  public SqlNode visit(SqlCall call) {
    return Functions.aggregate(call).isPresent() ? call : super.visit(call);
  }
}
