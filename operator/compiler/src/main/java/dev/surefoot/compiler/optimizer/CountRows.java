// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.compiler.plan.PlanNode;
import java.util.List;
import java.util.Optional;

/** {@code COUNT(x)} becomes {@code COUNT(*)} where {@code x} is never NULL. */
final class CountRows implements PlanRule {
  @Override
  public Optional<PlanNode> apply(PlanNode node) {
    if (!(node instanceof PlanNode.WindowAggregate aggregate)) {
      return Optional.empty();
    }
    Nullability nullability = Nullability.of(aggregate.input());
    List<AggregateCall> calls =
        aggregate.aggregates().stream()
            .map(call -> countsRows(call, nullability) ? ofRows(call) : call)
            .toList();
    return calls.equals(aggregate.aggregates())
        ? Optional.empty()
        : Optional.of(
            new PlanNode.WindowAggregate(
                aggregate.input(),
                aggregate.windowNanos(),
                aggregate.timeColumn(),
                aggregate.keys(),
                calls,
                aggregate.source()));
  }

  private static boolean countsRows(AggregateCall call, Nullability nullability) {
    return call.function() == AggregateFunction.COUNT
        && !call.distinct()
        && call.argument().filter(argument -> !nullability.mayBeNull(argument)).isPresent();
  }

  private static AggregateCall ofRows(AggregateCall call) {
    return new AggregateCall(call.function(), Optional.empty(), false, call.name());
  }
}
