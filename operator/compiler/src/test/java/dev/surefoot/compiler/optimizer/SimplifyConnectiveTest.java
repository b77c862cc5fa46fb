// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimplifyConnectiveTest {
  private final SimplifyConnective rule = new SimplifyConnective();

  @ParameterizedTest
  @CsvSource({
    "pid = 1 AND (tid = 2 AND ret = 3), ((pid#11 = 1) AND (tid#12 = 2) AND (ret#10 = 3))",
    "pid = 1 AND TRUE, (pid#11 = 1)",
    "TRUE AND TRUE, TRUE",
    "pid = 1 AND FALSE, FALSE",
    "CAST(NULL AS BOOLEAN) AND FALSE, FALSE",
    "pid = 1 AND pid = 1, (pid#11 = 1)",
    "pid = 1 OR TRUE, TRUE",
    "pid = 1 OR FALSE, (pid#11 = 1)",
    "pid = 1 OR (tid = 2 OR pid = 1), ((pid#11 = 1) OR (tid#12 = 2))"
  })
  void fires(String sql, String simplified) {
    RuleTester.on(rule, sql).becomes(simplified);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pid = 1 AND tid = 2", "pid = 1 OR tid = 2", "pid = 1 AND CAST(NULL AS BOOLEAN)"})
  void doesNotFire(String sql) {
    RuleTester.on(rule, sql).doesNotFire();
  }
}
