// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.Expression.And;
import dev.surefoot.catalog.expression.Expression.BooleanLiteral;
import dev.surefoot.catalog.expression.Expression.Or;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code a AND (b AND TRUE) AND a} becomes {@code a AND b}; {@code a AND FALSE} becomes FALSE; OR
 * alike.
 */
final class SimplifyConnective implements ExpressionRule {
  @Override
  public Optional<Expression> apply(Expression expression, Nullability nullability) {
    Expression simplified =
        switch (expression) {
          case And and -> simplified(and, flattened(and), true);
          case Or or -> simplified(or, flattened(or), false);
          default -> expression;
        };
    return simplified.equals(expression) ? Optional.empty() : Optional.of(simplified);
  }

  /**
   * @param neutral what changes nothing as an operand; its opposite decides alone
   */
  private static Expression simplified(
      Expression connective, List<Expression> operands, boolean neutral) {
    if (operands.contains(new BooleanLiteral(!neutral))) {
      return new BooleanLiteral(!neutral);
    }
    List<Expression> rest =
        operands.stream().filter(o -> !o.equals(new BooleanLiteral(neutral))).toList();
    return switch (rest.size()) {
      case 0 -> new BooleanLiteral(neutral);
      case 1 -> rest.getFirst();
      default -> connective instanceof And ? new And(rest) : new Or(rest);
    };
  }

  private static List<Expression> flattened(Expression connective) {
    return connective.children().stream()
        .flatMap(
            operand ->
                operand.getClass() == connective.getClass()
                    ? flattened(operand).stream()
                    : Stream.of(operand))
        .distinct()
        .toList();
  }
}
