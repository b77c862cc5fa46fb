// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.plan.PlanNode.Project;
import java.util.List;
import java.util.Optional;

/** {@code Project[z=y*2] <- Project[y=x+1] <- w} becomes {@code Project[z=(x+1)*2] <- w}. */
final class MergeProjects implements PlanRule {
  @Override
  public Optional<PlanNode> apply(PlanNode node) {
    if (!(node instanceof Project(Project(var input, var inner, _), var outer, var source))) {
      return Optional.empty();
    }
    List<Expression> columns = inner.stream().map(NamedExpression::expression).toList();
    List<NamedExpression> merged =
        outer.stream()
            .map(named -> new NamedExpression(named.name(), named.expression().over(columns)))
            .toList();
    return Optional.of(new Project(input, merged, source));
  }
}
