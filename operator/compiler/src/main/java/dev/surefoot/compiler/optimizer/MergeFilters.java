// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.compiler.plan.Conjunction;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.plan.PlanNode.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Filter[a] <- Filter[b] <- x} becomes {@code Filter[b AND a] <- x}. */
final class MergeFilters implements PlanRule {
  @Override
  public Optional<PlanNode> apply(PlanNode node) {
    if (!(node instanceof Filter(Filter(var input, var inner, var source), var outer, _))) {
      return Optional.empty();
    }
    List<Expression> parts = new ArrayList<>(Conjunction.parts(inner));
    parts.addAll(Conjunction.parts(outer));
    return Optional.of(new Filter(input, Conjunction.of(parts), source));
  }
}
