// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.compiler.plan.Conjunction;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.plan.PlanNode.Filter;
import dev.surefoot.compiler.plan.PlanNode.WindowAggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What HAVING says of keys alone is decided for each row instead: {@code Filter[k = 1 AND c > 2] <-
 * WindowAggregate[keys k; c=COUNT(*)] <- x} becomes {@code Filter[c > 2] <- WindowAggregate[...] <-
 * Filter[k = 1] <- x}.
 */
final class PushFilterBelowAggregate implements PlanRule {
  @Override
  public Optional<PlanNode> apply(PlanNode node) {
    if (!(node instanceof Filter(WindowAggregate aggregate, var predicate, var source))) {
      return Optional.empty();
    }
    Map<Boolean, List<Expression>> parts =
        Conjunction.parts(predicate).stream()
            .collect(Collectors.partitioningBy(part -> isOfKeys(part, aggregate)));
    if (parts.get(true).isEmpty()) {
      return Optional.empty();
    }
    Expression ofRows = Conjunction.of(parts.get(true)).over(columns(aggregate));
    WindowAggregate grouped =
        new WindowAggregate(
            new Filter(aggregate.input(), ofRows, source),
            aggregate.windowNanos(),
            aggregate.timeColumn(),
            aggregate.keys(),
            aggregate.aggregates(),
            aggregate.source());
    return Optional.of(
        parts.get(false).isEmpty()
            ? grouped
            : new Filter(grouped, Conjunction.of(parts.get(false)), source));
  }

  private static boolean isOfKeys(Expression part, WindowAggregate aggregate) {
    int end = WindowAggregate.WINDOW_COLUMNS + aggregate.keys().size();
    return part.columnIndexes().allMatch(i -> i >= WindowAggregate.WINDOW_COLUMNS && i < end);
  }

  /** The keys' expressions at their places in a row of the aggregate. */
  private static List<Expression> columns(WindowAggregate aggregate) {
    List<Expression> columns = new ArrayList<>();
    for (int i = 0; i < WindowAggregate.WINDOW_COLUMNS; i++) {
      columns.add(new Expression.IntLiteral(0)); // never referred to
    }
    aggregate.keys().forEach(key -> columns.add(key.expression()));
    return columns;
  }
}
