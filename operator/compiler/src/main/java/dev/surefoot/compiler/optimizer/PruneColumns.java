// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.compiler.plan.PlanColumn;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.plan.PlanNode.WindowAggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * {@code WindowAggregate <- x} becomes {@code WindowAggregate <- Project[needed columns] <- x}
 * where x has columns that the aggregate does not need.
 */
final class PruneColumns implements PlanRule {
  @Override
  public Optional<PlanNode> apply(PlanNode node) {
    if (!(node instanceof WindowAggregate aggregate)) {
      return Optional.empty();
    }
    List<Integer> needed = needed(aggregate);
    List<PlanColumn> columns = aggregate.input().columns();
    return needed.size() == columns.size()
        ? Optional.empty()
        : Optional.of(over(aggregate, needed, columns));
  }

  private static List<Integer> needed(WindowAggregate aggregate) {
    TreeSet<Integer> needed = new TreeSet<>();
    needed.add(aggregate.timeColumn());
    aggregate.keys().forEach(key -> key.expression().columnIndexes().forEach(needed::add));
    aggregate
        .aggregates()
        .forEach(call -> call.argument().ifPresent(of -> of.columnIndexes().forEach(needed::add)));
    return List.copyOf(needed);
  }

  private static WindowAggregate over(
      WindowAggregate aggregate, List<Integer> needed, List<PlanColumn> columns) {
    List<NamedExpression> kept = new ArrayList<>();
    List<Expression> moved = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      PlanColumn column = columns.get(i);
      moved.add(new Expression.Column(needed.indexOf(i), column.name(), column.type()));
      if (needed.contains(i)) {
        kept.add(
            new NamedExpression(
                column.name(), new Expression.Column(i, column.name(), column.type())));
      }
    }
    return new WindowAggregate(
        new PlanNode.Project(aggregate.input(), kept, aggregate.source()),
        aggregate.windowNanos(),
        needed.indexOf(aggregate.timeColumn()),
        aggregate.keys().stream()
            .map(key -> new NamedExpression(key.name(), key.expression().over(moved)))
            .toList(),
        aggregate.aggregates().stream().map(call -> over(call, moved)).toList(),
        aggregate.source());
  }

  private static AggregateCall over(AggregateCall call, List<Expression> columns) {
    return new AggregateCall(
        call.function(),
        call.argument().map(argument -> argument.over(columns)),
        call.distinct(),
        call.name());
  }
}
