// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.plan;

import dev.surefoot.catalog.bundle.UserStage.SortKey;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.NamedExpression;
import java.util.List;
import java.util.stream.Collectors;

/** Plans as text: a node a line, its input below it and indented. */
public final class PlanPrinter {
  private PlanPrinter() {}

  /** Prints a plan. */
  public static String print(LogicalPlan plan) {
    return print(plan.root());
  }

  /** Prints a node and what it reads. */
  public static String print(PlanNode node) {
    StringBuilder out = new StringBuilder();
    append(node, 0, out);
    return out.toString();
  }

  /** One line about a node, without its inputs. */
  public static String describe(PlanNode node) {
    return switch (node) {
      case PlanNode.Scan scan -> "Scan[" + scan.table().name() + "]";
      case PlanNode.Filter filter -> "Filter[" + ExpressionPrinter.print(filter.predicate()) + "]";
      case PlanNode.Project project -> "Project[" + named(project.expressions()) + "]";
      case PlanNode.WindowAggregate aggregate ->
          "WindowAggregate[window "
              + (aggregate.windowNanos() == 0 ? "all" : aggregate.windowNanos() + " ns")
              + " of "
              + aggregate.input().columns().get(aggregate.timeColumn()).name()
              + "; keys "
              + named(aggregate.keys())
              + "; "
              + aggregates(aggregate.aggregates())
              + "]";
      case PlanNode.Sort sort ->
          "Sort[" + keys(sort.keys()) + (sort.limit() == Long.MAX_VALUE ? "" : limit(sort)) + "]";
      case PlanNode.Limit limit -> "Limit[" + limit.limit() + "]";
    };
  }

  private static void append(PlanNode node, int depth, StringBuilder out) {
    out.repeat("  ", depth).append(describe(node)).append('\n');
    node.inputs().forEach(input -> append(input, depth + 1, out));
  }

  private static String limit(PlanNode.Sort sort) {
    return "; first " + sort.limit();
  }

  private static String named(List<NamedExpression> expressions) {
    return expressions.stream()
        .map(named -> named.name() + "=" + ExpressionPrinter.print(named.expression()))
        .collect(Collectors.joining(", "));
  }

  private static String aggregates(List<AggregateCall> calls) {
    return calls.stream()
        .map(call -> call.name() + "=" + ExpressionPrinter.print(call))
        .collect(Collectors.joining(", "));
  }

  private static String keys(List<SortKey> keys) {
    return keys.stream()
        .map(key -> ExpressionPrinter.print(key.expression()) + (key.descending() ? " DESC" : ""))
        .collect(Collectors.joining(", "));
  }
}
