// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AggregateEvaluatorTest {
  private static final long MAX = Long.MAX_VALUE;

  @Test
  void nullsDoNotCount() {
    List<Object> values = Arrays.asList(3L, null, 5L);
    assertThat(of(AggregateFunction.COUNT, values)).isEqualTo(2L);
    assertThat(of(AggregateFunction.SUM, values)).isEqualTo(8L);
    assertThat(of(AggregateFunction.MIN, values)).isEqualTo(3L);
    assertThat(of(AggregateFunction.MAX, values)).isEqualTo(5L);
    assertThat(of(AggregateFunction.AVG, values)).isEqualTo(4.0);
  }

  @Test
  void overNoValuesOnlyCountIsNotNull() {
    List<Object> values = Collections.singletonList(null);
    for (AggregateFunction function : AggregateFunction.values()) {
      Object expected = function == AggregateFunction.COUNT ? 0L : null;
      assertThat(of(function, values)).as("%s", function).isEqualTo(expected);
    }
  }

  @Test
  void sumWraps() {
    assertThat(of(AggregateFunction.SUM, List.of(MAX, 1L))).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void averageIsOfTheExactSum() {
    assertThat(of(AggregateFunction.AVG, List.of(MAX, MAX, MAX))).isEqualTo((double) MAX);
    assertThat(of(AggregateFunction.AVG, List.of(1L, 2L))).isEqualTo(1.5);
  }

  @Test
  void varianceIsExactWhereDoublesCancel() {
    List<Object> far = List.of(MAX, MAX - 1, MAX - 2);
    assertThat(of(AggregateFunction.VAR_SAMP, far)).isEqualTo(1.0);
    assertThat(of(AggregateFunction.VAR_POP, far)).isEqualTo(2.0 / 3.0);
    assertThat(of(AggregateFunction.STDDEV_SAMP, far)).isEqualTo(1.0);
    assertThat(of(AggregateFunction.STDDEV_POP, List.of(1L, 5L))).isEqualTo(2.0);
  }

  @Test
  void estimateFromOneValueIsNull() {
    assertThat(of(AggregateFunction.VAR_SAMP, List.of(5L))).isNull();
    assertThat(of(AggregateFunction.VAR_POP, List.of(5L))).isEqualTo(0.0);
  }

  @Test
  void equalValuesCountOnceWhereDistinct() {
    AggregateCall distinct = call(AggregateFunction.COUNT, true);
    assertThat(AggregateEvaluator.evaluate(distinct, Arrays.asList(5L, 5L, null, 6L)))
        .isEqualTo(2L);
  }

  @Test
  void textsAreOrderedByBytes() {
    List<Object> texts = List.of(Bytes.of("z"), Bytes.of("\u00e9"), Bytes.of("a"));
    assertThat(of(AggregateFunction.MAX, texts)).isEqualTo(Bytes.of("\u00e9"));
    assertThat(of(AggregateFunction.MIN, texts)).isEqualTo("a");
  }

  private static Object of(AggregateFunction function, List<Object> values) {
    return AggregateEvaluator.evaluate(call(function, false), values);
  }

  private static AggregateCall call(AggregateFunction function, boolean distinct) {
    Expression column = new Expression.Column(0, "x", ValueType.INT64);
    return new AggregateCall(function, Optional.of(column), distinct, "a");
  }
}
