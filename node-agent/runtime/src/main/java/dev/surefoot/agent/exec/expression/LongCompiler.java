// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.TextValue;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;

/** Makes closures of INT64 expressions. */
final class LongCompiler {
  private final ExpressionCompiler compiler;

  LongCompiler(ExpressionCompiler compiler) {
    this.compiler = compiler;
  }

  LongExpression compile(Expression expression) {
    return switch (expression) {
      case Expression.Column(int index, _, _) -> column(index);
      case Expression.IntLiteral(long value) -> _ -> value;
      case Expression.NullLiteral _ ->
          row -> {
            row.markNull();
            return 0;
          };
      case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Expression.Negate(var operand) -> {
        LongExpression value = compile(operand);
        yield row -> -value.evaluate(row);
      }
      case Expression.Case choice -> choice(choice);
      case Expression.Cast(var operand, _) -> cast(operand);
      case Expression.Call call -> call(call);
      case Expression.DoubleLiteral _,
          Expression.TextLiteral _,
          Expression.BooleanLiteral _,
          Expression.Comparison _,
          Expression.And _,
          Expression.Or _,
          Expression.Not _,
          Expression.IsNull _,
          Expression.Like _ ->
          throw ExpressionCompiler.notOfType(expression);
    };
  }

  private static LongExpression column(int index) {
    return row -> {
      if (row.isNull(index)) {
        row.markNull();
      }
      return row.number(index);
    };
  }

  private LongExpression arithmetic(Expression.Arithmetic arithmetic) {
    LongExpression left = compile(arithmetic.left());
    LongExpression right = compile(arithmetic.right());
    return switch (arithmetic.op()) {
      case ADD -> row -> left.evaluate(row) + right.evaluate(row);
      case SUBTRACT -> row -> left.evaluate(row) - right.evaluate(row);
      case MULTIPLY -> row -> left.evaluate(row) * right.evaluate(row);
      case BIT_AND -> row -> left.evaluate(row) & right.evaluate(row);
      case BIT_OR -> row -> left.evaluate(row) | right.evaluate(row);
      case BIT_XOR -> row -> left.evaluate(row) ^ right.evaluate(row);
      case DIVIDE ->
          row -> {
            long dividend = left.evaluate(row);
            long divisor = right.evaluate(row);
            if (divisor == 0) {
              row.markNull();
              return 0;
            }
            return dividend / divisor;
          };
      case MODULO ->
          row -> {
            long dividend = left.evaluate(row);
            long divisor = right.evaluate(row);
            if (divisor == 0) {
              row.markNull();
              return 0;
            }
            return dividend % divisor;
          };
    };
  }

  private LongExpression choice(Expression.Case choice) {
    BooleanExpression[] conditions = compiler.conditions(choice);
    LongExpression[] values =
        choice.branches().stream()
            .map(branch -> compile(branch.value()))
            .toArray(LongExpression[]::new);
    LongExpression otherwise = compile(choice.otherwise());
    return row -> {
      for (int i = 0; i < conditions.length; i++) {
        if (conditions[i].evaluate(row) == Truth.TRUE) {
          return values[i].evaluate(row);
        }
      }
      return otherwise.evaluate(row);
    };
  }

  private LongExpression cast(Expression operand) {
    return switch (operand.type()) {
      case INT64 -> compile(operand);
      case DOUBLE -> truncated(compiler.compileDouble(operand));
      case BOOLEAN, TEXT ->
          throw new IllegalArgumentException("no cast from " + operand.type() + " to INT64");
    };
  }

  private static LongExpression truncated(DoubleExpression operand) {
    return row -> {
      double value = operand.evaluate(row);
      if (Double.isNaN(value)) {
        row.markNull();
      }
      return (long) value;
    };
  }

  private LongExpression call(Expression.Call call) {
    Expression argument = call.arguments().getFirst();
    return switch (call.function()) {
      case ABS -> {
        LongExpression value = compile(argument);
        yield row -> Math.abs(value.evaluate(row));
      }
      case LENGTH -> length(compiler.compileText(argument));
      case FLOOR, CEIL, ROUND ->
          argument.type() == ValueType.INT64
              ? compile(argument)
              : truncated(
                  compiler.compileDouble(
                      new Expression.Call(call.function(), call.arguments(), ValueType.DOUBLE)));
      case SYSCALLNAME, ERRNAME, SIGNAME, UPPER, LOWER, SUBSTRING, CONCAT, SQRT ->
          throw ExpressionCompiler.notOfType(call);
    };
  }

  private static LongExpression length(TextExpression argument) {
    return row -> {
      TextValue text = argument.evaluate(row);
      if (text == null) {
        row.markNull();
        return 0;
      }
      return text.length();
    };
  }
}
