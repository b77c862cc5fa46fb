// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import static dev.surefoot.compiler.optimizer.TestingPlans.query;

import dev.surefoot.compiler.plan.PlanNode;
import org.junit.jupiter.api.Test;

class CountRowsTest {
  @Test
  void countOfWhatIsNeverNullCountsRows() {
    RuleTester.on(new CountRows(), aggregate("COUNT(pid)"))
        .becomes(
            """
            WindowAggregate[window 1000000000 ns of exit_ts; keys ; x=COUNT(*)]
              Scan[system_calls]
            """);
  }

  @Test
  void countOfWhatMayBeNullStays() {
    RuleTester.on(new CountRows(), aggregate("COUNT(ret / pid)")).doesNotFire();
    RuleTester.on(new CountRows(), aggregate("COUNT(*) FILTER (WHERE ret < 0)")).doesNotFire();
  }

  @Test
  void countOfDifferentValuesAndOtherAggregatesStay() {
    RuleTester.on(new CountRows(), aggregate("COUNT(DISTINCT pid)")).doesNotFire();
    RuleTester.on(new CountRows(), aggregate("SUM(pid)")).doesNotFire();
    RuleTester.on(new CountRows(), aggregate("COUNT(*)")).doesNotFire();
  }

  private static PlanNode aggregate(String call) {
    return ((PlanNode.Project) query("SELECT " + call + " AS x FROM system_calls WINDOW 1 s"))
        .input();
  }
}
