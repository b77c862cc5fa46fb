// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.Expression.BooleanLiteral;
import dev.surefoot.catalog.expression.Expression.IsNull;
import dev.surefoot.catalog.expression.Expression.NullLiteral;
import java.util.Optional;

/** {@code pid IS NULL} becomes FALSE where {@code pid} never is. */
final class DecideIsNull implements ExpressionRule {
  @Override
  public Optional<Expression> apply(Expression expression, Nullability nullability) {
    if (!(expression instanceof IsNull(var operand))) {
      return Optional.empty();
    }
    if (operand instanceof NullLiteral) {
      return Optional.of(new BooleanLiteral(true));
    }
    return nullability.mayBeNull(operand)
        ? Optional.empty()
        : Optional.of(new BooleanLiteral(false));
  }
}
