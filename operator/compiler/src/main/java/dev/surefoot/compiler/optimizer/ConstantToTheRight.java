// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.Expression.Comparison;
import java.util.Optional;

/** {@code 5 < x} becomes {@code x > 5}. */
final class ConstantToTheRight implements ExpressionRule {
  @Override
  public Optional<Expression> apply(Expression expression, Nullability nullability) {
    return expression instanceof Comparison(var op, var left, var right)
            && isConstant(left)
            && !isConstant(right)
        ? Optional.of(new Comparison(op.mirrored(), right, left))
        : Optional.empty();
  }

  private static boolean isConstant(Expression expression) {
    return expression instanceof Expression.IntLiteral
        || expression instanceof Expression.DoubleLiteral
        || expression instanceof Expression.TextLiteral;
  }
}
