// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.TextValue;
import dev.surefoot.catalog.expression.Expression;
import java.util.List;

/** Makes closures of BOOLEAN expressions. */
final class BooleanCompiler {
  private final ExpressionCompiler compiler;

  BooleanCompiler(ExpressionCompiler compiler) {
    this.compiler = compiler;
  }

  BooleanExpression compile(Expression expression) {
    return switch (expression) {
      case Expression.Column(int index, _, _) ->
          row -> row.isNull(index) ? Truth.UNKNOWN : (int) row.number(index);
      case Expression.BooleanLiteral(boolean value) -> {
        int truth = Truth.of(value);
        yield _ -> truth;
      }
      case Expression.NullLiteral _ -> _ -> Truth.UNKNOWN;
      case Expression.Comparison comparison -> new ComparisonCompiler(compiler).compile(comparison);
      case Expression.And(var operands) -> and(operands);
      case Expression.Or(var operands) -> or(operands);
      case Expression.Not(var operand) -> not(compile(operand));
      case Expression.IsNull(var operand) -> isNull(operand);
      case Expression.Like(var text, var pattern) ->
          like(compiler.compileText(text), new LikePattern(pattern));
      case Expression.Case choice -> choice(choice);
      case Expression.Cast(var operand, _) -> compile(operand);
      case Expression.IntLiteral _,
          Expression.DoubleLiteral _,
          Expression.TextLiteral _,
          Expression.Arithmetic _,
          Expression.Negate _,
          Expression.Call _ ->
          throw ExpressionCompiler.notOfType(expression);
    };
  }

  private BooleanExpression[] compile(List<Expression> operands) {
    return operands.stream().map(this::compile).toArray(BooleanExpression[]::new);
  }

  private BooleanExpression and(List<Expression> operands) {
    BooleanExpression[] parts = compile(operands);
    return row -> {
      int result = Truth.TRUE;
      for (BooleanExpression part : parts) {
        int truth = part.evaluate(row);
        if (truth == Truth.FALSE) {
          return Truth.FALSE;
        }
        result = Math.max(result, truth);
      }
      return result;
    };
  }

  private BooleanExpression or(List<Expression> operands) {
    BooleanExpression[] parts = compile(operands);
    return row -> {
      int result = Truth.FALSE;
      for (BooleanExpression part : parts) {
        int truth = part.evaluate(row);
        if (truth == Truth.TRUE) {
          return Truth.TRUE;
        }
        result = Math.max(result, truth);
      }
      return result;
    };
  }

  private static BooleanExpression not(BooleanExpression operand) {
    return row -> {
      int truth = operand.evaluate(row);
      return truth == Truth.UNKNOWN ? Truth.UNKNOWN : 1 - truth;
    };
  }

  private BooleanExpression isNull(Expression operand) {
    return switch (operand.type()) {
      case INT64 -> {
        LongExpression value = compiler.compileLong(operand);
        yield row -> {
          boolean before = row.sawNull();
          row.setSawNull(false);
          long _ = value.evaluate(row);
          int result = Truth.of(row.sawNull());
          row.setSawNull(before);
          return result;
        };
      }
      case DOUBLE -> {
        DoubleExpression value = compiler.compileDouble(operand);
        yield row -> {
          boolean before = row.sawNull();
          row.setSawNull(false);
          double _ = value.evaluate(row);
          int result = Truth.of(row.sawNull());
          row.setSawNull(before);
          return result;
        };
      }
      case BOOLEAN -> {
        BooleanExpression value = compile(operand);
        yield row -> Truth.of(value.evaluate(row) == Truth.UNKNOWN);
      }
      case TEXT -> {
        TextExpression value = compiler.compileText(operand);
        yield row -> Truth.of(value.evaluate(row) == null);
      }
    };
  }

  private static BooleanExpression like(TextExpression argument, LikePattern pattern) {
    return row -> {
      TextValue text = argument.evaluate(row);
      return text == null ? Truth.UNKNOWN : Truth.of(pattern.matches(text));
    };
  }

  private BooleanExpression choice(Expression.Case choice) {
    BooleanExpression[] conditions = compiler.conditions(choice);
    BooleanExpression[] values =
        compile(choice.branches().stream().map(Expression.Case.Branch::value).toList());
    BooleanExpression otherwise = compile(choice.otherwise());
    return row -> {
      for (int i = 0; i < conditions.length; i++) {
        if (conditions[i].evaluate(row) == Truth.TRUE) {
          return values[i].evaluate(row);
        }
      }
      return otherwise.evaluate(row);
    };
  }
}
