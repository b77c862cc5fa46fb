// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.Expression.BooleanLiteral;
import dev.surefoot.catalog.expression.Expression.Comparison;
import dev.surefoot.catalog.expression.Expression.IntLiteral;
import dev.surefoot.catalog.expression.Expression.NullLiteral;
import dev.surefoot.catalog.expression.Expression.TextLiteral;
import dev.surefoot.catalog.expression.ValueType;
import java.util.Arrays;
import java.util.Optional;

/** {@code 2 < 3} becomes TRUE; a comparison with NULL becomes NULL. */
final class FoldComparison implements ExpressionRule {
  @Override
  public Optional<Expression> apply(Expression expression, Nullability nullability) {
    return switch (expression) {
      case Comparison(var op, IntLiteral(long left), IntLiteral(long right)) ->
          Optional.of(holds(op, Long.compare(left, right)));
      case Comparison(var op, TextLiteral(String left), TextLiteral(String right)) ->
          Optional.of(
              holds(op, Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8))));
      case Comparison(_, var left, var right)
          when left instanceof NullLiteral || right instanceof NullLiteral ->
          Optional.of(new NullLiteral(ValueType.BOOLEAN));
      default -> Optional.empty();
    };
  }

  private static BooleanLiteral holds(ComparisonOp op, int order) {
    return new BooleanLiteral(
        switch (op) {
          case EQUAL -> order == 0;
          case NOT_EQUAL -> order != 0;
          case LESS -> order < 0;
          case LESS_OR_EQUAL -> order <= 0;
          case GREATER -> order > 0;
          case GREATER_OR_EQUAL -> order >= 0;
        });
  }
}
