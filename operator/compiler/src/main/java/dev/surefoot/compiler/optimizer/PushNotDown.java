// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.Expression.And;
import dev.surefoot.catalog.expression.Expression.BooleanLiteral;
import dev.surefoot.catalog.expression.Expression.Comparison;
import dev.surefoot.catalog.expression.Expression.Not;
import dev.surefoot.catalog.expression.Expression.NullLiteral;
import dev.surefoot.catalog.expression.Expression.Or;
import dev.surefoot.catalog.expression.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * {@code NOT (a AND b < c)} becomes {@code NOT a OR b >= c}. A comparison of DOUBLEs stays: with
 * NaN both it and its negated form are FALSE.
 */
final class PushNotDown implements ExpressionRule {
  @Override
  public Optional<Expression> apply(Expression expression, Nullability nullability) {
    return expression instanceof Not(var operand) ? negated(operand) : Optional.empty();
  }

  private static Optional<Expression> negated(Expression operand) {
    return switch (operand) {
      case Not(var inner) -> Optional.of(inner);
      case BooleanLiteral(boolean value) -> Optional.of(new BooleanLiteral(!value));
      case NullLiteral none -> Optional.of(none);
      case And(var operands) -> Optional.of(new Or(each(operands)));
      case Or(var operands) -> Optional.of(new And(each(operands)));
      case Comparison(var op, var left, var right) when left.type() != ValueType.DOUBLE ->
          Optional.of(new Comparison(op.negated(), left, right));
      default -> Optional.empty();
    };
  }

  private static List<Expression> each(List<Expression> operands) {
    return operands.stream().<Expression>map(o -> negated(o).orElse(new Not(o))).toList();
  }
}
