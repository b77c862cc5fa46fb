// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.exec.value.TextValue;
import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ScalarFunction;
import dev.surefoot.catalog.expression.ValueType;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionCompilerTest {
  private static final List<ValueType> COLUMNS =
      List.of(
          ValueType.INT64,
          ValueType.INT64,
          ValueType.DOUBLE,
          ValueType.DOUBLE,
          ValueType.BOOLEAN,
          ValueType.TEXT,
          ValueType.TEXT);

  private final ExpressionCompiler compiler = new ExpressionCompiler(SystemNames.of("amd64"));

  private static Row row(List<Object> values) {
    Row row = new Row(COLUMNS);
    for (int i = 0; i < values.size(); i++) {
      switch (values.get(i)) {
        case null -> row.setNull(i);
        case Long number -> row.setNumber(i, number);
        case Double number -> row.setReal(i, number);
        case Boolean truth -> row.setNumber(i, truth ? 1 : 0);
        case Object text -> row.setText(i, TextValue.of((String) text));
      }
    }
    return row;
  }

  private Object evaluate(Expression expression, Row row) {
    Row out = new Row(List.of(expression.type()));
    compiler.compile(expression).evaluate(row, out, 0);
    if (out.isNull(0)) {
      return null;
    }
    return switch (expression.type()) {
      case INT64 -> (Object) out.number(0);
      case DOUBLE -> out.real(0);
      case BOOLEAN -> out.number(0) == 1;
      case TEXT -> out.text(0).toString();
    };
  }

  @Property(tries = 3000)
  void closuresGiveWhatThePlainEvaluatorGives(@ForAll long seed) {
    Random random = new Random(seed);
    RandomExpressions expressions = new RandomExpressions(random, COLUMNS);
    ValueType type = ValueType.values()[random.nextInt(ValueType.values().length)];
    Expression expression = expressions.of(type, 5);
    for (int i = 0; i < 5; i++) {
      List<Object> values = expressions.row();
      assertThat(evaluate(expression, row(values)))
          .as("%s over %s", expression, values)
          .isEqualTo(BoxedEvaluator.evaluate(expression, values));
    }
  }

  private static Expression call(ScalarFunction function, ValueType type, Expression argument) {
    return new Expression.Call(function, List.of(argument), type);
  }

  private Object ofDouble(ScalarFunction function, ValueType type, double value) {
    return evaluate(call(function, type, new Expression.DoubleLiteral(value)), row(List.of()));
  }

  private Object name(ScalarFunction function, long number) {
    return evaluate(
        call(function, ValueType.TEXT, new Expression.IntLiteral(number)), row(List.of()));
  }

  @ParameterizedTest
  @CsvSource({"0.5,1", "-0.5,-1", "2.5,3", "0.49999999999999994,0", "-2.4,-2", "1e300,1e300"})
  void roundGoesToTheNearestHalvesAwayFromZero(double value, double rounded) {
    assertThat((double) ofDouble(ScalarFunction.ROUND, ValueType.DOUBLE, value) + 0.0)
        .isEqualTo(rounded);
  }

  @Test
  void functionsOfDoublesAreIntegersWhereThePlanSaysSo() {
    assertThat(ofDouble(ScalarFunction.FLOOR, ValueType.INT64, -1.5)).isEqualTo(-2L);
    assertThat(ofDouble(ScalarFunction.CEIL, ValueType.INT64, 1e30)).isEqualTo(Long.MAX_VALUE);
    assertThat(ofDouble(ScalarFunction.ROUND, ValueType.INT64, Double.NaN)).isNull();
    assertThat(ofDouble(ScalarFunction.SQRT, ValueType.DOUBLE, 2.25)).isEqualTo(1.5);
    assertThat(ofDouble(ScalarFunction.SQRT, ValueType.DOUBLE, -1)).isNull();
    assertThat(
            evaluate(
                call(ScalarFunction.ROUND, ValueType.INT64, new Expression.IntLiteral(7)),
                row(List.of())))
        .isEqualTo(7L);
  }

  @Test
  void numbersHaveNames() {
    assertThat(name(ScalarFunction.SYSCALLNAME, 0)).isEqualTo("read");
    assertThat(name(ScalarFunction.SYSCALLNAME, 39)).isEqualTo("getpid");
    assertThat(name(ScalarFunction.SYSCALLNAME, 99_999)).isEqualTo("syscall_99999");
    assertThat(name(ScalarFunction.SYSCALLNAME, -1)).isEqualTo("syscall_-1");
    assertThat(name(ScalarFunction.ERRNAME, 2)).isEqualTo("ENOENT");
    assertThat(name(ScalarFunction.ERRNAME, -11)).isEqualTo("EAGAIN");
    assertThat(name(ScalarFunction.ERRNAME, 0)).isNull();
    assertThat(name(ScalarFunction.ERRNAME, Long.MIN_VALUE)).isNull();
    assertThat(name(ScalarFunction.SIGNAME, 9)).isEqualTo("SIGKILL");
    assertThat(name(ScalarFunction.SIGNAME, -9)).isNull();
    assertThat(name(ScalarFunction.SIGNAME, 65)).isNull();
  }

  @Test
  void systemCallNamesAreThoseOfTheArchitecture() {
    Expression number63 =
        call(ScalarFunction.SYSCALLNAME, ValueType.TEXT, new Expression.IntLiteral(63));
    Row out = new Row(List.of(ValueType.TEXT));
    new ExpressionCompiler(SystemNames.of("aarch64"))
        .compile(number63)
        .evaluate(row(List.of()), out, 0);
    assertThat(out.text(0)).hasToString("read");
    new ExpressionCompiler(SystemNames.of("riscv64"))
        .compile(number63)
        .evaluate(row(List.of()), out, 0);
    assertThat(out.text(0)).hasToString("syscall_63");
  }

  @Test
  void likeTakesNoTimeToFail() {
    String text = "a".repeat(250) + "c";
    Expression like = new Expression.Like(new Expression.TextLiteral(text), "%a".repeat(100) + "b");
    assertThat(evaluate(like, row(List.of()))).isEqualTo(false);
  }

  @Test
  void expressionOfAnotherTypeIsRefused() {
    assertThatThrownBy(() -> compiler.compileLong(new Expression.TextLiteral("x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                compiler.compile(
                    new Expression.Cast(new Expression.TextLiteral("1"), ValueType.INT64)))
        .hasMessageContaining("no cast from TEXT to INT64");
    assertThatThrownBy(
            () ->
                compiler.compile(
                    new Expression.Arithmetic(
                        ArithmeticOp.BIT_AND,
                        new Expression.DoubleLiteral(1),
                        new Expression.DoubleLiteral(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
