// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import java.math.BigDecimal;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNumericLiteral;

/** Constants: whole numbers are INT64, those with a point or an exponent DOUBLE. */
final class Literals {
  private Literals() {}

  static Expression translate(SqlLiteral literal) {
    if (literal instanceof SqlNumericLiteral number) {
      return number(number, false);
    }
    return switch (literal.getTypeName()) {
      case BOOLEAN -> new Expression.BooleanLiteral(literal.booleanValue());
      case CHAR -> new Expression.TextLiteral(literal.getValueAs(String.class));
      case NULL -> new Expression.NullLiteral(ValueType.INT64);
      default -> throw new IllegalStateException("a literal of " + literal.getTypeName());
    };
  }

  static Expression number(SqlNumericLiteral literal, boolean negative) {
    BigDecimal written = literal.bigDecimalValue();
    BigDecimal value = negative ? written.negate() : written;
    return literal.isInteger()
        ? new Expression.IntLiteral(value.longValueExact())
        : new Expression.DoubleLiteral(value.doubleValue());
  }
}
