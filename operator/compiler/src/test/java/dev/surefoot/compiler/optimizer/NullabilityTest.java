// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import static dev.surefoot.compiler.optimizer.TestingPlans.query;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NullabilityTest {
  @Test
  void columnsOfTablesAreNeverNull() {
    assertThat(Nullability.of(TestingPlans.SCAN).columns()).doesNotContain(true);
  }

  @Test
  void aggregatesOfAGroupHaveAtLeastOneRow() {
    assertThat(
            Nullability.of(
                    query(
                        "SELECT COUNT(ret / pid), MAX(ret), SUM(ret / pid), AVG(ret), VAR_POP(ret),"
                            + " VAR_SAMP(ret), MAX(ret) FILTER (WHERE ret > 0), window_start"
                            + " FROM system_calls WINDOW 1 s"))
                .columns())
        .containsExactly(false, false, true, false, false, true, true, false);
  }

  @Test
  void nullabilityOfKeysIsThatOfTheirExpressions() {
    assertThat(
            Nullability.of(
                    query(
                        "SELECT DISTINCT pid / tid AS a, pid / 2 AS b, ERRNAME(ret) AS c"
                            + " FROM system_calls WINDOW 1 s ORDER BY a LIMIT 5"))
                .columns())
        .containsExactly(true, false, true);
  }
}
