// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.bundle.UserStage.SortKey;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.Expression.Column;
import dev.surefoot.catalog.expression.Expression.IntLiteral;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.schema.Tables;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanNodeTest {
  private static final SourceLine HERE = new SourceLine(1, 1, "text");
  private static final PlanNode.Scan SCAN = new PlanNode.Scan(Tables.SYSTEM_CALLS, HERE);
  private static final Column ENTER = new Column(1, "enter_ts", ValueType.INT64);
  private static final Column EXIT = new Column(2, "exit_ts", ValueType.INT64);
  private static final Column NUMBER = new Column(3, "syscall_number", ValueType.INT64);

  @Test
  void scanHasTheColumnsOfItsTableAsStored() {
    assertThat(SCAN.columns()).hasSameSizeAs(Tables.SYSTEM_CALLS.columns());
    assertThat(SCAN.columns().get(3)).isEqualTo(PlanColumn.stored("syscall_number", FieldType.I32));
  }

  @Test
  void projectKeepsTheFieldTypeOfAPlainColumnOnly() {
    PlanNode.Project project =
        new PlanNode.Project(
            SCAN,
            List.of(
                new NamedExpression("n", NUMBER),
                new NamedExpression(
                    "d", new Expression.Arithmetic(ArithmeticOp.SUBTRACT, EXIT, ENTER))),
            HERE);
    assertThat(project.columns())
        .containsExactly(
            PlanColumn.stored("n", FieldType.I32), PlanColumn.computed("d", ValueType.INT64));
  }

  @Test
  void aggregateStartsWithTheWindow() {
    assertThat(aggregate(2).columns().stream().map(PlanColumn::name))
        .containsExactly("window_start", "window_end", "number", "c");
  }

  @Test
  void planIsPrintedANodeALine() {
    PlanNode.WindowAggregate aggregate = aggregate(2);
    PlanNode having =
        new PlanNode.Filter(
            aggregate,
            new Expression.Comparison(
                ComparisonOp.GREATER, new Column(3, "c", ValueType.INT64), new IntLiteral(5)),
            HERE);
    PlanNode sort =
        new PlanNode.Sort(
            having, List.of(new SortKey(new Column(3, "c", ValueType.INT64), true)), 3, HERE);
    assertThat(PlanPrinter.print(new PlanNode.Limit(sort, 9, HERE)))
        .isEqualTo(
            """
            Limit[9]
              Sort[c#3 DESC; first 3]
                Filter[(c#3 > 5)]
                  WindowAggregate[window 1000 ns of exit_ts; keys number=syscall_number#3; c=COUNT(*)]
                    Scan[system_calls]
            """);
  }

  @Test
  void columnThatTheInputLacksIsABug() {
    Expression beyond = new Column(99, "x", ValueType.BOOLEAN);
    assertThatThrownBy(() -> new PlanNode.Filter(SCAN, beyond, HERE))
        .hasMessageContaining("x#99 in an input of");
  }

  @Test
  void columnOfAnotherTypeIsABug() {
    Expression mistyped = new Column(1, "enter_ts", ValueType.BOOLEAN);
    assertThatThrownBy(() -> new PlanNode.Filter(SCAN, mistyped, HERE))
        .hasMessageContaining("enter_ts#1 is INT64, not BOOLEAN");
  }

  @Test
  void predicateThatIsNoBooleanIsABug() {
    assertThatThrownBy(() -> new PlanNode.Filter(SCAN, NUMBER, HERE))
        .hasMessageContaining("is INT64");
  }

  @Test
  void timeOfAWindowIsANumber() {
    int comm = SCAN.columns().indexOf(PlanColumn.stored("comm", new FieldType.Text(16)));
    assertThatThrownBy(() -> aggregate(comm)).hasMessageContaining("no time in column");
  }

  private static PlanNode.WindowAggregate aggregate(int timeColumn) {
    return new PlanNode.WindowAggregate(
        SCAN,
        1000,
        timeColumn,
        List.of(new NamedExpression("number", NUMBER)),
        List.of(new AggregateCall(AggregateFunction.COUNT, Optional.empty(), false, "c")),
        HERE);
  }
}
