// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import java.util.List;

/** Brings operands to one type: integers beside a DOUBLE become DOUBLE, NULL fits everywhere. */
final class Coercion {
  private Coercion() {}

  /** The expressions, all of the type that they have in common. */
  static List<Expression> unified(List<Expression> expressions) {
    ValueType type = common(expressions);
    return expressions.stream().map(expression -> to(type, expression)).toList();
  }

  /** The expression as this type. */
  static Expression to(ValueType type, Expression expression) {
    return switch (expression) {
      case Expression same when same.type() == type -> same;
      case Expression.NullLiteral _ -> new Expression.NullLiteral(type);
      case Expression.IntLiteral(long value) when type == ValueType.DOUBLE ->
          new Expression.DoubleLiteral(value);
      case Expression other -> new Expression.Cast(other, type);
    };
  }

  private static ValueType common(List<Expression> expressions) {
    List<ValueType> types =
        expressions.stream()
            .filter(expression -> !(expression instanceof Expression.NullLiteral))
            .map(Expression::type)
            .toList();
    if (types.isEmpty()) {
      return expressions.getFirst().type();
    }
    return types.contains(ValueType.DOUBLE) ? ValueType.DOUBLE : types.getFirst();
  }
}
