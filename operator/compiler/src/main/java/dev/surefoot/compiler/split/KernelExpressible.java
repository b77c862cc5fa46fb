// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ScalarFunction;
import dev.surefoot.catalog.expression.ValueType;
import java.util.Optional;

/**
 * Which expressions a program can compute with the same result as user space: integers without
 * NULL, comparisons of them, equality of a text column with a text, and their connectives. Columns
 * are never NULL, so that NULL can only come from a division, which must be by a constant other
 * than 0.
 */
public final class KernelExpressible {
  /** Longer texts are compared in user space: the code would be longer than what it saves. */
  static final int LONGEST_TEXT_BYTES = 16;

  private KernelExpressible() {}

  /** Whether a program can compute this integer. */
  public static boolean integer(Expression expression) {
    return switch (expression) {
      case Expression.Column column -> column.type() == ValueType.INT64;
      case Expression.IntLiteral _ -> true;
      case Expression.Negate(var operand) -> integer(operand);
      case Expression.Arithmetic(ArithmeticOp op, var left, var right) ->
          integer(left) && (divides(op) ? isNonZeroConstant(right) : integer(right));
      default -> false;
    };
  }

  /** Whether a program can decide this predicate. */
  public static boolean predicate(Expression expression) {
    return switch (expression) {
      case Expression.BooleanLiteral _ -> true;
      case Expression.And(var operands) -> operands.stream().allMatch(KernelExpressible::predicate);
      case Expression.Or(var operands) -> operands.stream().allMatch(KernelExpressible::predicate);
      case Expression.Not(var operand) -> predicate(operand);
      case Expression.Comparison(var op, var left, var right) ->
          (integer(left) && integer(right)) || textEquality(op, left, right);
      default -> false;
    };
  }

  /** Why a program cannot compute the expression; empty where it can. */
  public static Optional<String> obstacle(Expression expression) {
    if (expression instanceof Expression.Column || integer(expression) || predicate(expression)) {
      return Optional.empty();
    }
    Optional<String> below =
        expression.children().stream()
            .map(KernelExpressible::obstacle)
            .flatMap(Optional::stream)
            .findFirst();
    return below.isPresent() ? below : Optional.of(ownObstacle(expression));
  }

  private static String ownObstacle(Expression expression) {
    return switch (expression) {
      case Expression.DoubleLiteral _, Expression.Cast _ -> "programs have no floating point";
      case Expression.TextLiteral _, Expression.Like _ -> "programs compare only short texts";
      case Expression.Call(ScalarFunction function, _, _) ->
          function + " is computed in user space";
      case Expression.Arithmetic(ArithmeticOp op, _, _) when divides(op) ->
          "a division that is not by a constant can give NULL";
      case Expression.Comparison _ -> "programs compare integers, and short texts for equality";
      case Expression.Case _ -> "CASE is decided in user space";
      case Expression.IsNull _, Expression.NullLiteral _ -> "programs have no NULL";
      case Expression.Column _,
          Expression.IntLiteral _,
          Expression.BooleanLiteral _,
          Expression.Arithmetic _,
          Expression.Negate _,
          Expression.And _,
          Expression.Or _,
          Expression.Not _ ->
          "it is not an integer that programs compute";
    };
  }

  private static boolean textEquality(ComparisonOp op, Expression left, Expression right) {
    return (op == ComparisonOp.EQUAL || op == ComparisonOp.NOT_EQUAL)
        && left instanceof Expression.Column(_, _, ValueType type)
        && type == ValueType.TEXT
        && right instanceof Expression.TextLiteral(String text)
        && text.length() <= LONGEST_TEXT_BYTES
        && text.chars().allMatch(c -> c > 0 && c < 128);
  }

  private static boolean divides(ArithmeticOp op) {
    return op == ArithmeticOp.DIVIDE || op == ArithmeticOp.MODULO;
  }

  private static boolean isNonZeroConstant(Expression expression) {
    return expression instanceof Expression.IntLiteral(long value) && value != 0;
  }
}
