// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushNotDownTest {
  private final PushNotDown rule = new PushNotDown();

  @ParameterizedTest
  @CsvSource({
    "NOT pid < 5, (pid#11 >= 5)",
    "NOT NOT pid < 5, (pid#11 < 5)",
    "NOT TRUE, FALSE",
    "NOT CAST(NULL AS BOOLEAN), NULL:BOOLEAN",
    "NOT (pid = 1 AND ret / tid = 2), ((pid#11 <> 1) OR ((ret#10 / tid#12) <> 2))",
    "'pid NOT IN (1, 2)', ((pid#11 <> 1) AND (pid#11 <> 2))",
    "NOT (pid = 1 OR pid IS NULL), ((pid#11 <> 1) AND NOT (pid#11 IS NULL))"
  })
  void fires(String sql, String negated) {
    RuleTester.on(rule, sql).becomes(negated);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT ret / 2e0 < 5", "pid < 5", "pid IS NOT NULL", "comm NOT LIKE 'a%'"})
  void doesNotFire(String sql) {
    RuleTester.on(rule, sql).doesNotFire();
  }
}
