// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.plan.PlanColumn;
import dev.surefoot.compiler.plan.PlanNode;
import org.junit.jupiter.api.Test;

class SqlFrontEndTest {
  @Test
  void resultHasTheNamesAndTypesOfSelect() {
    assertThat(plan("SELECT PID, comm || 'x' AS Both, ret / 2e0 FROM system_calls").columns())
        .containsExactly(
            PlanColumn.stored("PID", FieldType.U32),
            PlanColumn.computed("Both", ValueType.TEXT),
            PlanColumn.computed("ret / 2e0", ValueType.DOUBLE));
  }

  @Test
  void nodeKnowsTheTextThatAsksForIt() {
    PlanNode.Project project =
        (PlanNode.Project) plan("SELECT pid\nFROM system_calls\nWHERE ret < 0").root();
    PlanNode.Filter filter = (PlanNode.Filter) project.input();
    assertThat(project.source()).isEqualTo(new SourceLine(1, 8, "SELECT pid"));
    assertThat(filter.source()).isEqualTo(new SourceLine(3, 7, "WHERE ret < 0"));
    assertThat(filter.input().source()).isEqualTo(new SourceLine(2, 6, "FROM system_calls"));
  }

  @Test
  void windowTakesTheTimeColumnOfItsTable() {
    PlanNode.Project project =
        (PlanNode.Project) plan("SELECT COUNT(*) FROM process_exit WINDOW 1 s").root();
    PlanNode.WindowAggregate aggregate = (PlanNode.WindowAggregate) project.input();
    assertThat(aggregate.input().columns().get(aggregate.timeColumn()).name()).isEqualTo("ts");
  }

  @Test
  void equalAggregatesAreComputedOnce() {
    PlanNode.Project project =
        (PlanNode.Project)
            plan("SELECT MAX(ret) AS a, MAX(ret) + 1 AS b FROM system_calls WINDOW 1 s").root();
    PlanNode.WindowAggregate aggregate = (PlanNode.WindowAggregate) project.input();
    assertThat(aggregate.aggregates()).hasSize(1);
  }

  @Test
  void sameTextGivesTheSamePlan() {
    String text = "SELECT pid, COUNT(*) FROM system_calls GROUP BY pid WINDOW 1 s";
    assertThat(plan(text)).isEqualTo(plan(text));
  }

  @Test
  void doubleMayHaveMoreDigitsThanItKeeps() {
    PlanNode.Project project =
        (PlanNode.Project) plan("SELECT 123456789012345678901234.5 AS x FROM system_calls").root();
    assertThat(project.expressions().getFirst().expression())
        .isEqualTo(new Expression.DoubleLiteral(1.2345678901234569E+23));
  }

  private static LogicalPlan plan(String text) {
    CompileResult result = SqlFrontEnd.compile(new SourceText("test", text));
    assertThat(result).isInstanceOf(CompileResult.Analyzed.class);
    return ((CompileResult.Analyzed) result).plan();
  }
}
