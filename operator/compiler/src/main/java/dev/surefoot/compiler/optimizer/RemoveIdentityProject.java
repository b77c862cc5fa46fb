// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.compiler.plan.PlanColumn;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.plan.PlanNode.Project;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code Project[a=a, b=b] <- x} becomes {@code x} where {@code a, b} is all that x has. */
final class RemoveIdentityProject implements PlanRule {
  @Override
  public Optional<PlanNode> apply(PlanNode node) {
    return node instanceof Project(var input, var expressions, _)
            && isIdentity(expressions, input.columns())
        ? Optional.of(input)
        : Optional.empty();
  }

  private static boolean isIdentity(List<NamedExpression> expressions, List<PlanColumn> columns) {
    return expressions.size() == columns.size()
        && IntStream.range(0, columns.size())
            .allMatch(
                i ->
                    expressions.get(i).expression() instanceof Expression.Column column
                        && column.index() == i
                        && expressions.get(i).name().equals(columns.get(i).name()));
  }
}
