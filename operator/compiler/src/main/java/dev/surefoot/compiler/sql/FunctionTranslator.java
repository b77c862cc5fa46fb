// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ScalarFunction;
import dev.surefoot.catalog.expression.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlCall;

/** Calls by name. */
final class FunctionTranslator {
  private final ExpressionTranslator operands;

  FunctionTranslator(ExpressionTranslator operands) {
    this.operands = operands;
  }

  Expression translate(SqlCall call) {
    List<Expression> of = operands.translated(call.getOperandList());
    String name = call.getOperator().getName().toUpperCase(Locale.ROOT);
    return switch (name) {
      case "MOD" -> operands.arithmetic(ArithmeticOp.MODULO, call);
      case "BITAND", "&" -> operands.arithmetic(ArithmeticOp.BIT_AND, call);
      case "BITOR" -> operands.arithmetic(ArithmeticOp.BIT_OR, call);
      case "BITXOR", "^" -> operands.arithmetic(ArithmeticOp.BIT_XOR, call);
      case "COALESCE" -> coalesce(call, of);
      case "NULLIF" -> nullIf(call, of);
      case "||", "CONCAT" -> new Expression.Call(ScalarFunction.CONCAT, texts(of), ValueType.TEXT);
      case "UPPER" -> new Expression.Call(ScalarFunction.UPPER, texts(of), ValueType.TEXT);
      case "LOWER" -> new Expression.Call(ScalarFunction.LOWER, texts(of), ValueType.TEXT);
      case "LENGTH", "CHAR_LENGTH", "CHARACTER_LENGTH" ->
          new Expression.Call(ScalarFunction.LENGTH, texts(of), ValueType.INT64);
      case "SUBSTRING" -> new Expression.Call(ScalarFunction.SUBSTRING, of, ValueType.TEXT);
      case "SYSCALLNAME" -> new Expression.Call(ScalarFunction.SYSCALLNAME, of, ValueType.TEXT);
      case "ERRNAME" -> new Expression.Call(ScalarFunction.ERRNAME, of, ValueType.TEXT);
      case "SIGNAME" -> new Expression.Call(ScalarFunction.SIGNAME, of, ValueType.TEXT);
      case "SQRT" ->
          new Expression.Call(
              ScalarFunction.SQRT,
              List.of(Coercion.to(ValueType.DOUBLE, of.getFirst())),
              ValueType.DOUBLE);
      case "ABS" -> sameType(ScalarFunction.ABS, of);
      case "FLOOR" -> rounded(ScalarFunction.FLOOR, of);
      case "CEIL", "CEILING" -> rounded(ScalarFunction.CEIL, of);
      case "ROUND" -> rounded(ScalarFunction.ROUND, of);
      default -> throw new IllegalStateException("no function " + name);
    };
  }

  private static List<Expression> texts(List<Expression> of) {
    return of.stream().map(operand -> Coercion.to(ValueType.TEXT, operand)).toList();
  }

  private static Expression sameType(ScalarFunction function, List<Expression> of) {
    return new Expression.Call(function, of, of.getFirst().type());
  }

  /** An integer is whole already. */
  private static Expression rounded(ScalarFunction function, List<Expression> of) {
    return of.getFirst().type() == ValueType.INT64 ? of.getFirst() : sameType(function, of);
  }

  private Expression coalesce(SqlCall call, List<Expression> of) {
    List<Expression> values = operands.unified(call, of);
    if (values.size() == 1) {
      return values.getFirst();
    }
    List<Expression.Case.Branch> branches =
        IntStream.range(0, values.size() - 1)
            .mapToObj(
                i ->
                    new Expression.Case.Branch(
                        new Expression.Not(new Expression.IsNull(values.get(i))), values.get(i)))
            .toList();
    return new Expression.Case(branches, values.getLast());
  }

  private Expression nullIf(SqlCall call, List<Expression> of) {
    Expression value = of.getFirst();
    return new Expression.Case(
        List.of(
            new Expression.Case.Branch(
                operands.comparison(ComparisonOp.EQUAL, call, value, of.get(1)),
                new Expression.NullLiteral(value.type()))),
        value);
  }
}
