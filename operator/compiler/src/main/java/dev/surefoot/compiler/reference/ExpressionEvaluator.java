// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The value of an expression in a row; null is NULL. */
public final class ExpressionEvaluator {
  private final FunctionEvaluator functions;

  public ExpressionEvaluator(Names names) {
    this.functions = new FunctionEvaluator(names);
  }

  /** Whether a predicate is TRUE, not FALSE or NULL. */
  public boolean isTrue(Expression predicate, List<Object> row) {
    return Boolean.TRUE.equals(evaluate(predicate, row));
  }

  /** The value. */
  public Object evaluate(Expression expression, List<Object> row) {
    return switch (expression) {
      case Expression.Column column -> row.get(column.index());
      case Expression.IntLiteral(long value) -> value;
      case Expression.DoubleLiteral(double value) -> value;
      case Expression.TextLiteral(String value) -> Bytes.of(value);
      case Expression.BooleanLiteral(boolean value) -> value;
      case Expression.NullLiteral _ -> null;
      case Expression.And(var operands) -> connective(operands, row, false);
      case Expression.Or(var operands) -> connective(operands, row, true);
      case Expression.Case(var branches, var otherwise) ->
          branches.stream()
              .filter(branch -> isTrue(branch.condition(), row))
              .findFirst()
              .map(branch -> new Evaluated(evaluate(branch.value(), row)))
              .orElseGet(() -> new Evaluated(evaluate(otherwise, row)))
              .value();
      case Expression.IsNull(var operand) -> evaluate(operand, row) == null;
      default -> {
        List<Evaluated> operands =
            expression.children().stream()
                .map(operand -> new Evaluated(evaluate(operand, row)))
                .toList();
        boolean anyNull = operands.stream().anyMatch(operand -> operand.value() == null);
        yield anyNull
            ? null
            : compute(expression, operands.stream().map(Evaluated::value).toList());
      }
    };
  }

  /** A value that may be null where collections and Optional take none. */
  private record Evaluated(Object value) {}

  /**
   * @param deciding FALSE for AND, TRUE for OR: an operand that decides whatever the others are
   */
  private Boolean connective(List<Expression> operands, List<Object> row, boolean deciding) {
    boolean unknown = false;
    for (Expression operand : operands) {
      Object value = evaluate(operand, row);
      if (value == null) {
        unknown = true;
      } else if ((boolean) value == deciding) {
        return deciding;
      }
    }
    return unknown ? null : !deciding;
  }

  /** What gives NULL for a NULL operand, from operands that are none. */
  private Object compute(Expression expression, List<Object> of) {
    return switch (expression) {
      case Expression.Arithmetic(var op, _, _) ->
          of.get(0) instanceof Long left
              ? (Object) onIntegers(op, left, (Long) of.get(1))
              : (Object) onDoubles(op, (Double) of.get(0), (Double) of.get(1));
      case Expression.Negate _ ->
          of.get(0) instanceof Long value ? (Object) (-value) : (Object) (-(Double) of.get(0));
      case Expression.Comparison(var op, _, _) -> compare(op, of.get(0), of.get(1));
      case Expression.Not _ -> !(Boolean) of.get(0);
      case Expression.Like(_, String pattern) -> like((String) of.get(0), pattern);
      case Expression.Cast(_, var type) -> cast(of.get(0), type);
      case Expression.Call(var function, _, _) -> functions.call(function, of);
      default -> throw new IllegalStateException("not by operands: " + expression);
    };
  }

  private static Long onIntegers(ArithmeticOp op, long left, long right) {
    return switch (op) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> right == 0 ? null : (Long) (left / right);
      case MODULO -> right == 0 ? null : (Long) (left % right);
      case BIT_AND -> left & right;
      case BIT_OR -> left | right;
      case BIT_XOR -> left ^ right;
    };
  }

  private static Double onDoubles(ArithmeticOp op, double left, double right) {
    return switch (op) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> right == 0 ? null : (Double) (left / right);
      case MODULO -> right == 0 ? null : (Double) (left % right);
      case BIT_AND, BIT_OR, BIT_XOR -> throw new IllegalArgumentException(op + " of DOUBLEs");
    };
  }

  private static boolean compare(ComparisonOp op, Object left, Object right) {
    if (left instanceof Double a && right instanceof Double b) {
      return compareDoubles(op, a, b);
    }
    int order =
        left instanceof Long a
            ? Long.compare(a, (Long) right)
            : ((String) left).compareTo((String) right);
    return switch (op) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }

  private static boolean compareDoubles(ComparisonOp op, double left, double right) {
    return switch (op) {
      case EQUAL -> left == right;
      case NOT_EQUAL -> left != right;
      case LESS -> left < right;
      case LESS_OR_EQUAL -> left <= right;
      case GREATER -> left > right;
      case GREATER_OR_EQUAL -> left >= right;
    };
  }

  private static boolean like(String bytes, String pattern) {
    String regex =
        Bytes.of(pattern)
            .chars()
            .mapToObj(c -> c == '%' ? ".*" : c == '_' ? "." : Pattern.quote("" + (char) c))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL).matcher(bytes).matches();
  }

  private static Object cast(Object value, ValueType type) {
    return switch (type) {
      case DOUBLE -> value instanceof Long number ? (Object) (double) (long) number : value;
      case INT64 -> value instanceof Double number ? toInteger(number) : value;
      case TEXT ->
          value instanceof Boolean truth ? (truth ? "TRUE" : "FALSE") : String.valueOf(value);
      case BOOLEAN -> value;
    };
  }

  /** Java's conversion goes toward zero and saturates. */
  private static Long toInteger(double value) {
    return Double.isNaN(value) ? null : (Long) (long) value;
  }
}
