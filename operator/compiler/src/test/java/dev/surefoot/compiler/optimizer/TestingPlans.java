// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.schema.Tables;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.plan.PlanColumn;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.sql.CompileResult;
import dev.surefoot.compiler.sql.SqlFrontEnd;
import java.util.List;

/** Plans and expressions for tests of rules, over system_calls. */
final class TestingPlans {
  static final SourceLine HERE = new SourceLine(1, 1, "text");
  static final PlanNode.Scan SCAN = new PlanNode.Scan(Tables.SYSTEM_CALLS, HERE);

  private TestingPlans() {}

  /** The plan of a query, as the front end makes it. */
  static PlanNode query(String sql) {
    return switch (SqlFrontEnd.compile(new SourceText("test", sql))) {
      case CompileResult.Analyzed(var plan, _) -> plan.root();
      case CompileResult.Rejected(var diagnostics) ->
          throw new AssertionError(sql + ": " + diagnostics);
    };
  }

  /** An expression over the table. */
  static Expression expression(String sql) {
    PlanNode.Project project =
        (PlanNode.Project) query("SELECT " + sql + " AS x FROM system_calls");
    return project.expressions().getFirst().expression();
  }

  static PlanNode filter(PlanNode input, String predicate) {
    return new PlanNode.Filter(input, expression(predicate), HERE);
  }

  /** A column of a node, by name. */
  static Expression column(PlanNode node, String name) {
    List<PlanColumn> columns = node.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return new Expression.Column(i, name, columns.get(i).type());
      }
    }
    throw new IllegalArgumentException(name + " in " + columns);
  }

  static PlanNode project(PlanNode input, String name, Expression expression) {
    return new PlanNode.Project(input, List.of(new NamedExpression(name, expression)), HERE);
  }
}
