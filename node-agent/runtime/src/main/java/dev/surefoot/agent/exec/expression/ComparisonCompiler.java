// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.TextValue;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;

/**
 * Makes closures of comparisons. A comparison is a set of the outcomes less (bit 0), equal (1),
 * greater (2) and unordered (3, a NaN), so that one closure serves all six.
 */
final class ComparisonCompiler {
  private static final int EQUAL = 1;
  private static final int GREATER = 2;
  private static final int UNORDERED = 3;

  private final ExpressionCompiler compiler;

  ComparisonCompiler(ExpressionCompiler compiler) {
    this.compiler = compiler;
  }

  BooleanExpression compile(Expression.Comparison comparison) {
    int outcomes = outcomes(comparison.op());
    Expression left = comparison.left();
    Expression right = comparison.right();
    return switch (left.type()) {
      case INT64 ->
          left instanceof Expression.Column(int index, _, _)
                  && right instanceof Expression.IntLiteral(long value)
              ? columnWithConstant(outcomes, index, value)
              : longs(outcomes, compiler.compileLong(left), compiler.compileLong(right));
      case DOUBLE -> doubles(outcomes, compiler.compileDouble(left), compiler.compileDouble(right));
      case BOOLEAN ->
          booleans(outcomes, compiler.compileBoolean(left), compiler.compileBoolean(right));
      case TEXT -> texts(outcomes, compiler.compileText(left), compiler.compileText(right));
    };
  }

  private static int outcomes(ComparisonOp op) {
    return switch (op) {
      case EQUAL -> 0b0010;
      case NOT_EQUAL -> 0b1101;
      case LESS -> 0b0001;
      case LESS_OR_EQUAL -> 0b0011;
      case GREATER -> 0b0100;
      case GREATER_OR_EQUAL -> 0b0110;
    };
  }

  private static BooleanExpression columnWithConstant(int outcomes, int index, long constant) {
    return row ->
        row.isNull(index) ? Truth.UNKNOWN : outcomes >> compare(row.number(index), constant) & 1;
  }

  private static BooleanExpression longs(int outcomes, LongExpression left, LongExpression right) {
    return row -> {
      boolean before = row.sawNull();
      row.setSawNull(false);
      int outcome = compare(left.evaluate(row), right.evaluate(row));
      int truth = row.sawNull() ? Truth.UNKNOWN : outcomes >> outcome & 1;
      row.setSawNull(before);
      return truth;
    };
  }

  private static BooleanExpression doubles(
      int outcomes, DoubleExpression left, DoubleExpression right) {
    return row -> {
      boolean before = row.sawNull();
      row.setSawNull(false);
      int outcome = compare(left.evaluate(row), right.evaluate(row));
      int truth = row.sawNull() ? Truth.UNKNOWN : outcomes >> outcome & 1;
      row.setSawNull(before);
      return truth;
    };
  }

  private static int compare(long left, long right) {
    if (left == right) {
      return EQUAL;
    }
    return left < right ? 0 : GREATER;
  }

  private static int compare(double left, double right) {
    if (left < right) {
      return 0;
    }
    if (left == right) {
      return EQUAL;
    }
    return left > right ? GREATER : UNORDERED;
  }

  private static BooleanExpression booleans(
      int outcomes, BooleanExpression left, BooleanExpression right) {
    return row -> {
      int a = left.evaluate(row);
      int b = right.evaluate(row);
      return a == Truth.UNKNOWN || b == Truth.UNKNOWN
          ? Truth.UNKNOWN
          : outcomes >> compare(a, (long) b) & 1;
    };
  }

  private static BooleanExpression texts(int outcomes, TextExpression left, TextExpression right) {
    return row -> {
      TextValue a = left.evaluate(row);
      TextValue b = right.evaluate(row);
      return a == null || b == null ? Truth.UNKNOWN : outcomes >> compare(a.compare(b), 0L) & 1;
    };
  }
}
