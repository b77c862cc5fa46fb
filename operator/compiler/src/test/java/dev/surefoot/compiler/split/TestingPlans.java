// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.catalog.schema.Tables;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.plan.PlanColumn;
import dev.surefoot.compiler.plan.PlanNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans and profiles to divide and lower. */
public final class TestingPlans {
  public static final SourceLine LINE = new SourceLine(1, 1, "a query");
  public static final long SECOND = 1_000_000_000L;

  private TestingPlans() {}

  /** A kernel that has everything. */
  public static KernelProfile profile(Feature... missing) {
    Set<Feature> features = EnumSet.allOf(Feature.class);
    features.removeAll(Arrays.asList(missing));
    return new KernelProfile(
        "6.18.0", "00", 2, 32768, features, Map.of("sched_switch", 4), Set.of(), Map.of());
  }

  /** A column of a table. */
  public static Expression column(Table table, String name) {
    int index = table.columns().indexOf(table.column(name));
    return new Expression.Column(index, name, PlanColumn.typeOf(table.columns().get(index).type()));
  }

  /** A column of system_calls. */
  public static Expression call(String name) {
    return column(Tables.SYSTEM_CALLS, name);
  }

  /** {@code left = value}. */
  public static Expression equal(Expression left, long value) {
    return new Expression.Comparison(ComparisonOp.EQUAL, left, new Expression.IntLiteral(value));
  }

  /** {@code exit_ts - enter_ts}. */
  public static Expression latency() {
    return new Expression.Arithmetic(ArithmeticOp.SUBTRACT, call("exit_ts"), call("enter_ts"));
  }

  /** The rows of a table that satisfy a predicate. */
  public static PlanNode filtered(Table table, Optional<Expression> predicate) {
    PlanNode scan = new PlanNode.Scan(table, LINE);
    return predicate.<PlanNode>map(p -> new PlanNode.Filter(scan, p, LINE)).orElse(scan);
  }

  /** The paper's Figure 2c over the rows that satisfy a predicate. */
  public static LogicalPlan slowest(Optional<Expression> predicate, String... keys) {
    List<NamedExpression> named =
        Arrays.stream(keys).map(key -> new NamedExpression(key, call(key))).toList();
    AggregateCall max =
        new AggregateCall(AggregateFunction.MAX, Optional.of(latency()), false, "latency");
    return plan(aggregate(filtered(Tables.SYSTEM_CALLS, predicate), named, List.of(max)));
  }

  /** An aggregate in windows of a second. */
  public static PlanNode aggregate(
      PlanNode input, List<NamedExpression> keys, List<AggregateCall> calls) {
    int time = ((Expression.Column) call("exit_ts")).index();
    return new PlanNode.WindowAggregate(input, SECOND, time, keys, calls, LINE);
  }

  /** The latency of every call, as the paper's Query 2 has it. */
  public static LogicalPlan everyLatency(Optional<Expression> predicate) {
    return plan(
        new PlanNode.Project(
            filtered(Tables.SYSTEM_CALLS, predicate),
            List.of(
                new NamedExpression("pid", call("pid")),
                new NamedExpression("tid", call("tid")),
                new NamedExpression("syscall_number", call("syscall_number")),
                new NamedExpression("latency", latency())),
            LINE));
  }

  /** A plan without a text. */
  public static LogicalPlan plan(PlanNode root) {
    return new LogicalPlan(root, new SourceText("test.sql", "a query"));
  }
}
