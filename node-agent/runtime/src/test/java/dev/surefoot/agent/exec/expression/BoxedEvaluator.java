// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The plainest evaluation of expressions there is, to compare with: over a list of boxed values,
 * {@code null} for NULL. Text has one character for each byte.
 */
public final class BoxedEvaluator {
  private BoxedEvaluator() {}

  /** The value: Long, Double, Boolean, String or null. */
  public static Object evaluate(Expression expression, List<Object> row) {
    return switch (expression) {
      case Expression.Column(int index, _, _) -> row.get(index);
      case Expression.IntLiteral(long value) -> value;
      case Expression.DoubleLiteral(double value) -> value;
      case Expression.TextLiteral(String value) -> value;
      case Expression.BooleanLiteral(boolean value) -> value;
      case Expression.NullLiteral _ -> null;
      case Expression.And(var operands) -> {
        List<Object> values = values(operands, row);
        yield values.contains(false) ? (Object) false : values.contains(null) ? null : true;
      }
      case Expression.Or(var operands) -> {
        List<Object> values = values(operands, row);
        yield values.contains(true) ? (Object) true : values.contains(null) ? null : false;
      }
      case Expression.IsNull(var operand) -> evaluate(operand, row) == null;
      case Expression.Case(var branches, var otherwise) -> {
        for (Expression.Case.Branch branch : branches) {
          if (Objects.equals(evaluate(branch.condition(), row), true)) {
            yield evaluate(branch.value(), row);
          }
        }
        yield evaluate(otherwise, row);
      }
      case Expression.Arithmetic _,
          Expression.Negate _,
          Expression.Comparison _,
          Expression.Not _,
          Expression.Like _,
          Expression.Cast _,
          Expression.Call _ -> {
        List<Object> operands = values(expression.children(), row);
        yield operands.contains(null) ? null : strict(expression, operands);
      }
    };
  }

  private static List<Object> values(List<Expression> expressions, List<Object> row) {
    return expressions.stream()
        .map(operand -> evaluate(operand, row))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Object strict(Expression expression, List<Object> operands) {
    Object first = operands.getFirst();
    return switch (expression) {
      case Expression.Arithmetic arithmetic -> arithmetic(arithmetic, first, operands.get(1));
      case Expression.Negate _ -> first instanceof Long l ? (Object) (-l) : -(Double) first;
      case Expression.Comparison(var op, _, _) -> compare(op, first, operands.get(1));
      case Expression.Not _ -> !(Boolean) first;
      case Expression.Like(_, var pattern) -> like((String) first, pattern);
      case Expression.Cast(_, var type) -> cast(first, type);
      case Expression.Call call -> call(call, operands);
      default -> throw new IllegalArgumentException("not strict: " + expression);
    };
  }

  private static Object arithmetic(Expression.Arithmetic arithmetic, Object left, Object right) {
    if (left instanceof Double a && right instanceof Double b) {
      return switch (arithmetic.op()) {
        case ADD -> a + b;
        case SUBTRACT -> a - b;
        case MULTIPLY -> a * b;
        case DIVIDE -> b == 0 ? null : (Double) (a / b);
        case MODULO -> b == 0 ? null : (Double) (a % b);
        case BIT_AND, BIT_OR, BIT_XOR -> throw new IllegalArgumentException("bits of a DOUBLE");
      };
    }
    long a = (Long) left;
    long b = (Long) right;
    return switch (arithmetic.op()) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> b == 0 ? null : (Long) (a / b);
      case MODULO -> b == 0 ? null : (Long) (a % b);
      case BIT_AND -> a & b;
      case BIT_OR -> a | b;
      case BIT_XOR -> a ^ b;
    };
  }

  @SuppressWarnings("unchecked")
  private static Object compare(ComparisonOp op, Object left, Object right) {
    if (left instanceof Double a && right instanceof Double b && (a.isNaN() || b.isNaN())) {
      return op == ComparisonOp.NOT_EQUAL;
    }
    // Adding 0.0 makes -0.0 the same as 0.0.
    int order =
        left instanceof Double a
            ? Double.compare(a + 0.0, (Double) right + 0.0)
            : ((Comparable<Object>) left).compareTo(right);
    return switch (op) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }

  private static boolean like(String text, String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
  }

  private static Object cast(Object value, ValueType type) {
    return switch (type) {
      case INT64 -> value instanceof Double d ? (d.isNaN() ? null : (Object) d.longValue()) : value;
      case DOUBLE -> value instanceof Long l ? (Object) l.doubleValue() : value;
      case BOOLEAN -> value;
      case TEXT ->
          value instanceof Boolean b ? b.toString().toUpperCase(Locale.ROOT) : value.toString();
    };
  }

  private static Object call(Expression.Call call, List<Object> arguments) {
    Object first = arguments.getFirst();
    return switch (call.function()) {
      case ABS -> first instanceof Long l ? (Object) Math.abs(l) : Math.abs((Double) first);
      case LENGTH -> (long) ((String) first).getBytes(StandardCharsets.UTF_8).length;
      case UPPER -> ((String) first).toUpperCase(Locale.ROOT);
      case LOWER -> ((String) first).toLowerCase(Locale.ROOT);
      case CONCAT -> String.join("", arguments.stream().map(String.class::cast).toList());
      case SUBSTRING -> substring((String) first, (Long) arguments.get(1), (Long) arguments.get(2));
      case SYSCALLNAME, ERRNAME, SIGNAME, FLOOR, CEIL, ROUND, SQRT ->
          throw new IllegalArgumentException("tested by examples: " + call.function());
    };
  }

  private static String substring(String text, long from, long length) {
    StringBuilder cut = new StringBuilder();
    for (int place = 1; place <= text.length(); place++) {
      boolean before =
          BigInteger.valueOf(place)
                  .compareTo(BigInteger.valueOf(from).add(BigInteger.valueOf(length)))
              < 0;
      if (place >= from && before) {
        cut.append(text.charAt(place - 1));
      }
    }
    return cut.toString();
  }
}
