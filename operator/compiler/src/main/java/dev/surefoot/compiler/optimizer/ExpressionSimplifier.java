// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression;
import java.util.List;
import java.util.Optional;

/** Applies every expression rule to every part until none fires. */
final class ExpressionSimplifier {
  private static final List<ExpressionRule> RULES =
      List.of(
          new FoldArithmetic(),
          new FoldComparison(),
          new DecideIsNull(),
          new LikeWithoutWildcard(),
          new ConstantToTheRight(),
          new PushNotDown(),
          new SimplifyConnective(),
          new SimplifyCase());

  private final Nullability nullability;

  ExpressionSimplifier(Nullability nullability) {
    this.nullability = nullability;
  }

  Expression simplify(Expression expression) {
    Expression before;
    Expression now = expression;
    do {
      before = now;
      now = before.rewrite(this::applyAll);
    } while (!now.equals(before));
    return now;
  }

  private Expression applyAll(Expression part) {
    Expression now = part;
    for (ExpressionRule rule : RULES) {
      Optional<Expression> changed = rule.apply(now, nullability);
      now = changed.orElse(now);
    }
    return now;
  }
}
