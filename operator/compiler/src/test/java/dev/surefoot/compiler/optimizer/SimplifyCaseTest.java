// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimplifyCaseTest {
  private final SimplifyCase rule = new SimplifyCase();

  @ParameterizedTest
  @CsvSource({
    "CASE WHEN TRUE THEN 1 ELSE 2 END, 1",
    "CASE WHEN FALSE THEN 1 ELSE 2 END, 2",
    "CASE WHEN CAST(NULL AS BOOLEAN) THEN 1 ELSE 2 END, 2",
    "CASE WHEN pid = 1 THEN 1 WHEN TRUE THEN 2 ELSE 3 END, CASE WHEN (pid#11 = 1) THEN 1 ELSE 2 END",
    "(pid = 1) IS TRUE, (pid#11 = 1)"
  })
  void fires(String sql, String simplified) {
    RuleTester.on(rule, sql).becomes(simplified);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CASE WHEN pid = 1 THEN 1 ELSE 2 END",
        "(ret / pid = 1) IS TRUE",
        "CASE WHEN pid = 1 THEN FALSE ELSE TRUE END"
      })
  void doesNotFire(String sql) {
    RuleTester.on(rule, sql).doesNotFire();
  }
}
