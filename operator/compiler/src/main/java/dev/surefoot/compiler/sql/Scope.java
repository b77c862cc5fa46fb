// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.Expression;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;

/** What whole parts of an expression mean in a row: columns, keys, aggregates. */
interface Scope {
  /** The part as an expression; empty where it is to be translated by its operands. */
  Optional<Expression> find(SqlNode node);
}
