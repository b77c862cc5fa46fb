// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.catalog.expression.Expression;

/** Makes closures of DOUBLE expressions; arithmetic and comparison are those of IEEE 754. */
final class DoubleCompiler {
  private final ExpressionCompiler compiler;

  DoubleCompiler(ExpressionCompiler compiler) {
    this.compiler = compiler;
  }

  DoubleExpression compile(Expression expression) {
    return switch (expression) {
      case Expression.Column(int index, _, _) ->
          row -> {
            if (row.isNull(index)) {
              row.markNull();
            }
            return row.real(index);
          };
      case Expression.DoubleLiteral(double value) -> _ -> value;
      case Expression.NullLiteral _ ->
          row -> {
            row.markNull();
            return 0;
          };
      case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Expression.Negate(var operand) -> {
        DoubleExpression value = compile(operand);
        yield row -> -value.evaluate(row);
      }
      case Expression.Case choice -> choice(choice);
      case Expression.Cast(var operand, _) -> cast(operand);
      case Expression.Call call -> call(call);
      case Expression.IntLiteral _,
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

  private DoubleExpression arithmetic(Expression.Arithmetic arithmetic) {
    DoubleExpression left = compile(arithmetic.left());
    DoubleExpression right = compile(arithmetic.right());
    return switch (arithmetic.op()) {
      case ADD -> row -> left.evaluate(row) + right.evaluate(row);
      case SUBTRACT -> row -> left.evaluate(row) - right.evaluate(row);
      case MULTIPLY -> row -> left.evaluate(row) * right.evaluate(row);
      case DIVIDE -> row -> left.evaluate(row) / divisor(right, row);
      case MODULO -> row -> left.evaluate(row) % divisor(right, row);
      case BIT_AND, BIT_OR, BIT_XOR -> throw ExpressionCompiler.notOfType(arithmetic);
    };
  }

  /** A zero divisor makes the result NULL, as it does for INT64. */
  private static double divisor(DoubleExpression right, Row row) {
    double divisor = right.evaluate(row);
    if (divisor == 0) {
      row.markNull();
    }
    return divisor;
  }

  private DoubleExpression choice(Expression.Case choice) {
    BooleanExpression[] conditions = compiler.conditions(choice);
    DoubleExpression[] values =
        choice.branches().stream()
            .map(branch -> compile(branch.value()))
            .toArray(DoubleExpression[]::new);
    DoubleExpression otherwise = compile(choice.otherwise());
    return row -> {
      for (int i = 0; i < conditions.length; i++) {
        if (conditions[i].evaluate(row) == Truth.TRUE) {
          return values[i].evaluate(row);
        }
      }
      return otherwise.evaluate(row);
    };
  }

  private DoubleExpression cast(Expression operand) {
    return switch (operand.type()) {
      case DOUBLE -> compile(operand);
      case INT64 -> fromLong(compiler.compileLong(operand));
      case BOOLEAN, TEXT ->
          throw new IllegalArgumentException("no cast from " + operand.type() + " to DOUBLE");
    };
  }

  private static DoubleExpression fromLong(LongExpression value) {
    return row -> (double) value.evaluate(row);
  }

  private DoubleExpression call(Expression.Call call) {
    DoubleExpression value = operand(call.arguments().getFirst());
    return switch (call.function()) {
      case ABS -> row -> Math.abs(value.evaluate(row));
      case FLOOR -> row -> Math.floor(value.evaluate(row));
      case CEIL -> row -> Math.ceil(value.evaluate(row));
      case ROUND -> row -> round(value.evaluate(row));
      case SQRT -> row -> sqrt(value.evaluate(row), row);
      case SYSCALLNAME, ERRNAME, SIGNAME, UPPER, LOWER, LENGTH, SUBSTRING, CONCAT ->
          throw ExpressionCompiler.notOfType(call);
    };
  }

  /** An argument as a DOUBLE, an INT64 one too. */
  private DoubleExpression operand(Expression argument) {
    return switch (argument.type()) {
      case DOUBLE -> compile(argument);
      case INT64 -> fromLong(compiler.compileLong(argument));
      case BOOLEAN, TEXT -> throw ExpressionCompiler.notOfType(argument);
    };
  }

  /** NULL of a negative number. */
  private static double sqrt(double value, Row row) {
    if (value < 0) {
      row.markNull();
    }
    return Math.sqrt(value);
  }

  /** To the nearest integer, halves away from zero. */
  static double round(double value) {
    double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
    // The difference is exact, unlike floor(value + 0.5).
    return Math.abs(value - whole) >= 0.5 ? whole + Math.copySign(1, value) : whole;
  }
}
