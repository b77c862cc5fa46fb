// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.plan.PlanNode.Filter;
import dev.surefoot.compiler.plan.PlanNode.Project;
import java.util.List;
import java.util.Optional;

/**
 * {@code Filter[y > 1] <- Project[y=x+2] <- z} becomes {@code Project[y=x+2] <- Filter[x+2 > 1] <-
 * z}.
 */
final class PushFilterBelowProject implements PlanRule {
  @Override
  public Optional<PlanNode> apply(PlanNode node) {
    if (!(node instanceof Filter(Project(var input, var expressions, var line), var p, var s))) {
      return Optional.empty();
    }
    List<Expression> columns = expressions.stream().map(NamedExpression::expression).toList();
    return Optional.of(new Project(new Filter(input, p.over(columns), s), expressions, line));
  }
}
