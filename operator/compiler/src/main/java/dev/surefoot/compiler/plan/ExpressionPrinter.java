// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.plan;

import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** Expressions as text, fully parenthesized; columns by name and index: {@code pid#3}. */
public final class ExpressionPrinter {
  private ExpressionPrinter() {}

  /** Prints an expression. */
  public static String print(Expression expression) {
    return switch (expression) {
      case Expression.Column column -> column.name() + "#" + column.index();
      case Expression.IntLiteral(var value) -> Long.toString(value);
      case Expression.DoubleLiteral(var value) -> Double.toString(value);
      case Expression.TextLiteral(var value) -> quoted(value);
      case Expression.BooleanLiteral(var value) -> value ? "TRUE" : "FALSE";
      case Expression.NullLiteral(var type) -> "NULL:" + type;
      case Expression.Arithmetic(var op, var left, var right) -> infix(left, op.symbol(), right);
      case Expression.Negate(var operand) -> "-(" + print(operand) + ")";
      case Expression.Comparison(var op, var left, var right) -> infix(left, op.symbol(), right);
      case Expression.And(var operands) -> joined(operands, " AND ");
      case Expression.Or(var operands) -> joined(operands, " OR ");
      case Expression.Not(var operand) -> "NOT " + print(operand);
      case Expression.IsNull(var operand) -> "(" + print(operand) + " IS NULL)";
      case Expression.Like(var text, var pattern) ->
          "(" + print(text) + " LIKE " + quoted(pattern) + ")";
      case Expression.Case(var branches, var otherwise) ->
          branches.stream()
              .map(b -> "WHEN " + print(b.condition()) + " THEN " + print(b.value()) + " ")
              .collect(Collectors.joining("", "CASE ", "ELSE " + print(otherwise) + " END"));
      case Expression.Cast(var operand, var type) -> "CAST(" + print(operand) + " AS " + type + ")";
      case Expression.Call(var function, var arguments, _) ->
          arguments.stream()
              .map(ExpressionPrinter::print)
              .collect(Collectors.joining(", ", function + "(", ")"));
    };
  }

  /** Prints an aggregate without its name. */
  public static String print(AggregateCall call) {
    String argument = call.argument().map(ExpressionPrinter::print).orElse("*");
    return call.function() + "(" + (call.distinct() ? "DISTINCT " : "") + argument + ")";
  }

  private static String infix(Expression left, String symbol, Expression right) {
    return "(" + print(left) + " " + symbol + " " + print(right) + ")";
  }

  private static String joined(List<Expression> operands, String word) {
    return operands.stream()
        .map(ExpressionPrinter::print)
        .collect(Collectors.joining(word, "(", ")"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
