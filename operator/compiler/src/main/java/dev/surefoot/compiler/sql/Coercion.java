// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Brings operands to one type: integers beside a DOUBLE become DOUBLE, NULL fits everywhere. */
final class Coercion {
  private Coercion() {}

  /** Whether the expressions have a type in common. */
  static boolean isPossible(List<Expression> expressions) {
    Set<ValueType> types = EnumSet.noneOf(ValueType.class);
    types(expressions)
        .forEach(type -> types.add(type == ValueType.DOUBLE ? ValueType.INT64 : type));
    return types.size() <= 1;
  }

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
    List<ValueType> types = types(expressions);
    if (types.isEmpty()) {
      return expressions.getFirst().type();
    }
    return types.contains(ValueType.DOUBLE) ? ValueType.DOUBLE : types.getFirst();
  }

  private static List<ValueType> types(List<Expression> expressions) {
    return expressions.stream()
        .filter(expression -> !(expression instanceof Expression.NullLiteral))
        .map(Expression::type)
        .toList();
  }
}
