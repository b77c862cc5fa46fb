// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.Expression.BooleanLiteral;
import dev.surefoot.catalog.expression.Expression.Case;
import dev.surefoot.catalog.expression.Expression.Case.Branch;
import dev.surefoot.catalog.expression.Expression.NullLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drops branches that are never taken; what always is ends the CASE. {@code CASE WHEN c THEN TRUE
 * ELSE FALSE END} becomes {@code c} where that is never NULL.
 */
final class SimplifyCase implements ExpressionRule {
  @Override
  public Optional<Expression> apply(Expression expression, Nullability nullability) {
    if (!(expression instanceof Case choice)) {
      return Optional.empty();
    }
    Case reachable = reachable(choice);
    if (reachable.branches().isEmpty()) {
      return Optional.of(reachable.otherwise());
    }
    if (isItsCondition(reachable, nullability)) {
      return Optional.of(reachable.branches().getFirst().condition());
    }
    return reachable.equals(choice) ? Optional.empty() : Optional.of(reachable);
  }

  private static Case reachable(Case choice) {
    List<Branch> branches = new ArrayList<>();
    for (Branch branch : choice.branches()) {
      if (branch.condition().equals(new BooleanLiteral(true))) {
        return new Case(branches, branch.value());
      }
      boolean never =
          branch.condition() instanceof NullLiteral
              || branch.condition().equals(new BooleanLiteral(false));
      if (!never) {
        branches.add(branch);
      }
    }
    return new Case(branches, choice.otherwise());
  }

  private static boolean isItsCondition(Case choice, Nullability nullability) {
    Branch first = choice.branches().getFirst();
    return choice.branches().size() == 1
        && first.value().equals(new BooleanLiteral(true))
        && choice.otherwise().equals(new BooleanLiteral(false))
        && !nullability.mayBeNull(first.condition());
  }
}
