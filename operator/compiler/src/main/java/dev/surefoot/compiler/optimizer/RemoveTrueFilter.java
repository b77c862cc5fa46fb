// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression.BooleanLiteral;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.plan.PlanNode.Filter;
import java.util.Optional;

/** {@code Filter[TRUE] <- x} becomes {@code x}. */
final class RemoveTrueFilter implements PlanRule {
  @Override
  public Optional<PlanNode> apply(PlanNode node) {
    return node instanceof Filter(var input, BooleanLiteral(boolean value), _) && value
        ? Optional.of(input)
        : Optional.empty();
  }
}
