// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ScalarFunction;
import dev.surefoot.catalog.expression.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random typed expressions over columns of known types, and random rows. */
public final class RandomExpressions {
  private static final long[] NUMBERS = {
    0, 1, -1, 2, 7, 64, -100, 4096, Long.MAX_VALUE, Long.MIN_VALUE
  };
  private static final double[] REALS = {
    0.0, -0.0, 1.5, -2.5, 1e300, 1e-300, Double.NaN, Double.POSITIVE_INFINITY
  };
  private static final String[] TEXTS = {"", "a", "ab", "A%_b", "cat", "CAT", "abcabc"};
  private static final String[] PATTERNS = {"%", "", "a%", "%b", "_", "%a_c%", "a%b%c", "cat"};

  private final Random random;
  private final List<ValueType> columns;

  /** A generator. */
  public RandomExpressions(Random random, List<ValueType> columns) {
    this.random = random;
    this.columns = columns;
  }

  /** A row; every fourth value is NULL. */
  public List<Object> row() {
    List<Object> row = new ArrayList<>();
    columns.forEach(type -> row.add(random.nextInt(4) == 0 ? null : value(type)));
    return row;
  }

  private Object value(ValueType type) {
    return switch (type) {
      case INT64 -> (Object) NUMBERS[random.nextInt(NUMBERS.length)];
      case DOUBLE -> REALS[random.nextInt(REALS.length)];
      case BOOLEAN -> random.nextBoolean();
      case TEXT -> TEXTS[random.nextInt(TEXTS.length)];
    };
  }

  /** An expression of this type, at most so deep. */
  public Expression of(ValueType type, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return leaf(type);
    }
    if (random.nextInt(8) == 0) {
      return new Expression.Case(
          List.of(
              new Expression.Case.Branch(of(ValueType.BOOLEAN, depth - 1), of(type, depth - 1))),
          of(type, depth - 1));
    }
    return switch (type) {
      case INT64 -> number(depth - 1);
      case DOUBLE -> real(depth - 1);
      case BOOLEAN -> truth(depth - 1);
      case TEXT -> text(depth - 1);
    };
  }

  private Expression leaf(ValueType type) {
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) == type) {
        fitting.add(i);
      }
    }
    if (!fitting.isEmpty() && random.nextInt(4) != 0) {
      int index = fitting.get(random.nextInt(fitting.size()));
      return new Expression.Column(index, "c" + index, type);
    }
    if (random.nextInt(6) == 0) {
      return new Expression.NullLiteral(type);
    }
    return switch (type) {
      case INT64 -> new Expression.IntLiteral((Long) value(type));
      case DOUBLE -> new Expression.DoubleLiteral((Double) value(type));
      case BOOLEAN -> new Expression.BooleanLiteral((Boolean) value(type));
      case TEXT -> new Expression.TextLiteral((String) value(type));
    };
  }

  private Expression number(int depth) {
    return switch (random.nextInt(5)) {
      case 0 -> new Expression.Negate(of(ValueType.INT64, depth));
      case 1 -> new Expression.Cast(of(ValueType.DOUBLE, depth), ValueType.INT64);
      case 2 -> call(ScalarFunction.ABS, ValueType.INT64, of(ValueType.INT64, depth));
      case 3 -> call(ScalarFunction.LENGTH, ValueType.INT64, of(ValueType.TEXT, depth));
      default ->
          new Expression.Arithmetic(
              any(ArithmeticOp.values()), of(ValueType.INT64, depth), of(ValueType.INT64, depth));
    };
  }

  private Expression real(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> new Expression.Negate(of(ValueType.DOUBLE, depth));
      case 1 -> new Expression.Cast(of(ValueType.INT64, depth), ValueType.DOUBLE);
      case 2 -> call(ScalarFunction.ABS, ValueType.DOUBLE, of(ValueType.DOUBLE, depth));
      default ->
          new Expression.Arithmetic(
              ArithmeticOp.values()[random.nextInt(5)],
              of(ValueType.DOUBLE, depth),
              of(ValueType.DOUBLE, depth));
    };
  }

  private Expression truth(int depth) {
    ValueType operands = any(ValueType.values());
    return switch (random.nextInt(6)) {
      case 0 -> new Expression.Not(of(ValueType.BOOLEAN, depth));
      case 1 ->
          new Expression.And(List.of(of(ValueType.BOOLEAN, depth), of(ValueType.BOOLEAN, depth)));
      case 2 ->
          new Expression.Or(List.of(of(ValueType.BOOLEAN, depth), of(ValueType.BOOLEAN, depth)));
      case 3 -> new Expression.IsNull(of(operands, depth));
      case 4 -> new Expression.Like(of(ValueType.TEXT, depth), any(PATTERNS));
      default ->
          new Expression.Comparison(
              any(ComparisonOp.values()), of(operands, depth), of(operands, depth));
    };
  }

  private Expression text(int depth) {
    return switch (random.nextInt(5)) {
      case 0 -> call(ScalarFunction.UPPER, ValueType.TEXT, of(ValueType.TEXT, depth));
      case 1 -> call(ScalarFunction.LOWER, ValueType.TEXT, of(ValueType.TEXT, depth));
      case 2 ->
          call(
              ScalarFunction.CONCAT,
              ValueType.TEXT,
              of(ValueType.TEXT, depth),
              of(ValueType.TEXT, depth));
      case 3 ->
          call(
              ScalarFunction.SUBSTRING,
              ValueType.TEXT,
              of(ValueType.TEXT, depth),
              of(ValueType.INT64, depth),
              of(ValueType.INT64, depth));
      default -> new Expression.Cast(of(any(ValueType.values()), depth), ValueType.TEXT);
    };
  }

  private static Expression call(ScalarFunction function, ValueType type, Expression... arguments) {
    return new Expression.Call(function, List.of(arguments), type);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
