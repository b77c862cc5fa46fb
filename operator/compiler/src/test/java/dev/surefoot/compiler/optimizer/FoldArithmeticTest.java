// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldArithmeticTest {
  private final FoldArithmetic rule = new FoldArithmetic();

  @ParameterizedTest
  @CsvSource({
    "2 + 3, 5",
    "2 - 3, -1",
    "2 * 3, 6",
    "-7 / 2, -3",
    "-7 % 2, -1",
    "1 / 0, NULL:INT64",
    "1 % 0, NULL:INT64",
    "12 & 10, 8",
    "'BITOR(12, 10)', 14",
    "12 ^ 10, 6",
    "9223372036854775807 + 1, -9223372036854775808",
    "-9223372036854775808 / -1, -9223372036854775808",
    "ret + 0, ret#10",
    "0 + ret, ret#10",
    "ret * 1, ret#10",
    "ret / 1, ret#10",
    "ret & -1, ret#10",
    "- - ret, ret#10",
    "ret + CAST(NULL AS BIGINT), NULL:INT64"
  })
  void fires(String sql, String folded) {
    RuleTester.on(rule, sql).becomes(folded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ret + 1", "0 - ret", "1 / ret", "ret % 1", "ret * 0", "ret / 1e0", "1e0 + 2e0"})
  void doesNotFire(String sql) {
    RuleTester.on(rule, sql).doesNotFire();
  }

  @Test
  void integerConstantBecomesADouble() {
    var cast = new Expression.Cast(TestingPlans.expression("5"), ValueType.DOUBLE);
    assertThat(rule.apply(cast, Nullability.of(TestingPlans.SCAN)))
        .contains(TestingPlans.expression("5e0"));
  }
}
