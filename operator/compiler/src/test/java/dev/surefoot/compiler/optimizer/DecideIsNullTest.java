// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecideIsNullTest {
  private final DecideIsNull rule = new DecideIsNull();

  @ParameterizedTest
  @CsvSource({
    "pid IS NULL, FALSE",
    "UPPER(comm) IS NULL, FALSE",
    "pid / 5 IS NULL, FALSE",
    "CAST(NULL AS BIGINT) IS NULL, TRUE",
    "(ERRNAME(ret) IS NULL) IS NULL, FALSE"
  })
  void fires(String sql, String decided) {
    RuleTester.on(rule, sql).becomes(decided);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ret / pid IS NULL",
        "ret / 0 IS NULL",
        "ERRNAME(ret) IS NULL",
        "SQRT(ret) IS NULL",
        "NULLIF(ret, 0) IS NULL",
        "CAST(ret / 2e0 AS BIGINT) IS NULL",
        "pid = 1"
      })
  void doesNotFire(String sql) {
    RuleTester.on(rule, sql).doesNotFire();
  }
}
