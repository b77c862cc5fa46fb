// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import static dev.surefoot.compiler.split.TestingPlans.call;
import static dev.surefoot.compiler.split.TestingPlans.column;
import static dev.surefoot.compiler.split.TestingPlans.equal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.schema.Tables;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConjunctsTest {
  private static final Expression PID = equal(call("pid"), 1);
  private static final Expression NUMBER = equal(call("syscall_number"), 0);
  private static final Expression RESULT = equal(call("ret"), -1);
  private static final Expression LIKE = new Expression.Like(call("comm"), "b%");
  private static final Expression BOTH_HALVES = equal(TestingPlans.latency(), 7);

  @Test
  void eachConjunctIsDecidedWhereItsColumnsAre() {
    Expression all = new Expression.And(List.of(RESULT, LIKE, PID, NUMBER, BOTH_HALVES));

    Conjuncts conjuncts =
        Conjuncts.of(SplitEnumerator.pipelineOf(TestingPlans.slowest(Optional.of(all), "pid")));

    assertThat(conjuncts.invariant()).containsExactly(PID);
    assertThat(conjuncts.open()).containsExactly(NUMBER);
    assertThat(conjuncts.rest()).containsExactly(RESULT, BOTH_HALVES);
    assertThat(conjuncts.residual()).containsExactly(LIKE);
  }

  @Test
  void anEventTableDecidesEverythingAtItsHook() {
    Expression pid = equal(column(Tables.SCHED_SWITCHES, "prev_pid"), 1);

    Conjuncts conjuncts =
        Conjuncts.of(
            SplitEnumerator.pipelineOf(
                TestingPlans.plan(TestingPlans.filtered(Tables.SCHED_SWITCHES, Optional.of(pid)))));

    assertThat(conjuncts.rest()).containsExactly(pid);
    assertThat(conjuncts.invariant()).isEmpty();
    assertThat(conjuncts.open()).isEmpty();
  }
}
