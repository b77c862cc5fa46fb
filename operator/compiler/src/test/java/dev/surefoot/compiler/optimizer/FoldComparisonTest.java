// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldComparisonTest {
  private final FoldComparison rule = new FoldComparison();

  @ParameterizedTest
  @CsvSource({
    "1 < 2, TRUE",
    "2 <= 1, FALSE",
    "1 = 1, TRUE",
    "1 <> 1, FALSE",
    "-1 > 1, FALSE",
    "2 >= 2, TRUE",
    "'''a'' < ''b''', TRUE",
    "'''z'' < ''é''', TRUE",
    "pid = CAST(NULL AS BIGINT), NULL:BOOLEAN"
  })
  void fires(String sql, String folded) {
    RuleTester.on(rule, sql).becomes(folded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pid = 1", "pid = pid", "comm = 'a'", "1e0 < 2e0"})
  void doesNotFire(String sql) {
    RuleTester.on(rule, sql).doesNotFire();
  }
}
