// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantToTheRightTest {
  private final ConstantToTheRight rule = new ConstantToTheRight();

  @ParameterizedTest
  @CsvSource({
    "5 < pid, (pid#11 > 5)",
    "5 >= pid, (pid#11 <= 5)",
    "5 = pid, (pid#11 = 5)",
    "'''a'' <> comm', (comm#17 <> 'a')"
  })
  void fires(String sql, String mirrored) {
    RuleTester.on(rule, sql).becomes(mirrored.replace("<> a)", "<> 'a')"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pid > 5", "1 < 2", "pid < tid"})
  void doesNotFire(String sql) {
    RuleTester.on(rule, sql).doesNotFire();
  }
}
