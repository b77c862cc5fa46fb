// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.Expression.Comparison;
import dev.surefoot.catalog.expression.Expression.Like;
import dev.surefoot.catalog.expression.Expression.TextLiteral;
import java.util.Optional;

/** {@code comm LIKE 'bash'} becomes {@code comm = 'bash'}. */
final class LikeWithoutWildcard implements ExpressionRule {
  @Override
  public Optional<Expression> apply(Expression expression, Nullability nullability) {
    return expression instanceof Like(var text, String pattern)
            && pattern.indexOf('%') < 0
            && pattern.indexOf('_') < 0
        ? Optional.of(new Comparison(ComparisonOp.EQUAL, text, new TextLiteral(pattern)))
        : Optional.empty();
  }
}
