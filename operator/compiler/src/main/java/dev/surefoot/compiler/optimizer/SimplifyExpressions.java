// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.bundle.UserStage.SortKey;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.compiler.plan.PlanNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Simplifies the expressions of a node. */
final class SimplifyExpressions implements PlanRule {
  @Override
  public Optional<PlanNode> apply(PlanNode node) {
    if (node.inputs().isEmpty()) {
      return Optional.empty();
    }
    ExpressionSimplifier simplifier =
        new ExpressionSimplifier(Nullability.of(node.inputs().getFirst()));
    PlanNode simplified = with(node, simplifier::simplify);
    return simplified.equals(node) ? Optional.empty() : Optional.of(simplified);
  }

  private static PlanNode with(PlanNode node, UnaryOperator<Expression> simplify) {
    return switch (node) {
      case PlanNode.Scan scan -> scan;
      case PlanNode.Filter(var input, var predicate, var source) ->
          new PlanNode.Filter(input, simplify.apply(predicate), source);
      case PlanNode.Project(var input, var expressions, var source) ->
          new PlanNode.Project(input, each(expressions, simplify), source);
      case PlanNode.WindowAggregate a ->
          new PlanNode.WindowAggregate(
              a.input(),
              a.windowNanos(),
              a.timeColumn(),
              each(a.keys(), simplify),
              a.aggregates().stream().map(call -> with(call, simplify)).toList(),
              a.source());
      case PlanNode.Sort(var input, var keys, long limit, var source) ->
          new PlanNode.Sort(
              input,
              keys.stream()
                  .map(key -> new SortKey(simplify.apply(key.expression()), key.descending()))
                  .toList(),
              limit,
              source);
      case PlanNode.Limit limit -> limit;
    };
  }

  private static AggregateCall with(AggregateCall call, UnaryOperator<Expression> simplify) {
    return new AggregateCall(
        call.function(), call.argument().map(simplify), call.distinct(), call.name());
  }

  private static List<NamedExpression> each(
      List<NamedExpression> expressions, UnaryOperator<Expression> simplify) {
    return expressions.stream()
        .map(named -> new NamedExpression(named.name(), simplify.apply(named.expression())))
        .toList();
  }
}
