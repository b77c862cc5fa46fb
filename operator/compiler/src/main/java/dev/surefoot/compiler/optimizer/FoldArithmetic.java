// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.Expression.Arithmetic;
import dev.surefoot.catalog.expression.Expression.IntLiteral;
import dev.surefoot.catalog.expression.Expression.NullLiteral;
import dev.surefoot.catalog.expression.ValueType;
import java.util.Optional;

/** {@code 2 * 3} becomes {@code 6}, {@code 1 / 0} becomes NULL, {@code x + 0} becomes {@code x}. */
final class FoldArithmetic implements ExpressionRule {
  @Override
  public Optional<Expression> apply(Expression expression, Nullability nullability) {
    return switch (expression) {
      case Arithmetic(var op, IntLiteral(long left), IntLiteral(long right)) ->
          Optional.of(compute(op, left, right));
      case Arithmetic(var op, var left, IntLiteral(long right)) when changesNothing(op, right) ->
          Optional.of(left);
      case Arithmetic(ArithmeticOp op, IntLiteral(long left), var right)
          when isCommutative(op) && changesNothing(op, left) ->
          Optional.of(right);
      case Arithmetic arithmetic
          when arithmetic.left() instanceof NullLiteral
              || arithmetic.right() instanceof NullLiteral ->
          Optional.of(new NullLiteral(arithmetic.type()));
      case Expression.Negate(IntLiteral(long value)) -> Optional.of(new IntLiteral(-value));
      case Expression.Negate(Expression.Negate(var operand)) -> Optional.of(operand);
      case Expression.Cast(IntLiteral(long value), var type) when type == ValueType.DOUBLE ->
          Optional.of(new Expression.DoubleLiteral(value));
      default -> Optional.empty();
    };
  }

  private static Expression compute(ArithmeticOp op, long left, long right) {
    return switch (op) {
      case ADD -> new IntLiteral(left + right);
      case SUBTRACT -> new IntLiteral(left - right);
      case MULTIPLY -> new IntLiteral(left * right);
      case DIVIDE -> right == 0 ? new NullLiteral(ValueType.INT64) : new IntLiteral(left / right);
      case MODULO -> right == 0 ? new NullLiteral(ValueType.INT64) : new IntLiteral(left % right);
      case BIT_AND -> new IntLiteral(left & right);
      case BIT_OR -> new IntLiteral(left | right);
      case BIT_XOR -> new IntLiteral(left ^ right);
    };
  }

  private static boolean isCommutative(ArithmeticOp op) {
    return switch (op) {
      case ADD, MULTIPLY, BIT_AND, BIT_OR, BIT_XOR -> true;
      case SUBTRACT, DIVIDE, MODULO -> false;
    };
  }

  private static boolean changesNothing(ArithmeticOp op, long right) {
    return switch (op) {
      case ADD, SUBTRACT, BIT_OR, BIT_XOR -> right == 0;
      case MULTIPLY, DIVIDE -> right == 1;
      case BIT_AND -> right == -1;
      case MODULO -> false;
    };
  }
}
