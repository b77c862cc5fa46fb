// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.golden.Golden;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.ladder.CompiledLadder;
import dev.surefoot.compiler.ladder.LadderCompiler;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.split.TestingPlans;
import dev.surefoot.compiler.sql.CompileResult;
import dev.surefoot.compiler.sql.SqlFrontEnd;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static String explain(String sql, int rung) {
    LogicalPlan plan =
        switch (SqlFrontEnd.compile(new SourceText("query.sql", sql))) {
          case CompileResult.Analyzed(LogicalPlan analyzed, _) -> analyzed;
          case CompileResult.Rejected(var diagnostics) ->
              throw new AssertionError(diagnostics.toString());
        };
    CompiledLadder ladder =
        new LadderCompiler(TestingPlans.profile(), LadderCompiler.DEFAULT_RING_BYTES)
            .compile("query", plan);
    return Explanation.print(plan, ladder, rung < 0 ? ladder.rungs().size() - 1 : rung);
  }

  @Test
  void figure2c() {
    Golden.check(
        "explain/figure_2c",
        explain(
            """
            SELECT A.pid,
              A.syscall_number,
              MAX(A.exit_ts - A.enter_ts)
              AS latency
            FROM system_calls AS A
            GROUP BY A.pid, A.syscall_number
            WINDOW 1sec
            """,
            0));
  }

  @Test
  void whatUserSpaceKeepsHasItsReason() {
    String text =
        explain(
            """
            SELECT comm, AVG(ret) AS mean, COUNT(DISTINCT pid) AS n, STDDEV(ret) AS spread
            FROM system_calls WHERE comm LIKE 'b%' AND ret > 1
            GROUP BY comm HAVING COUNT(*) > 2 WINDOW 1sec ORDER BY comm LIMIT 3
            """,
            0);

    assertThat(text)
        .contains("programs compare only short texts")
        .contains("distinct values are a set that grows")
        .contains("needs 128-bit sums of squares")
        .contains("the order is that of a whole window")
        .contains("a group is known at its end");
  }

  @Test
  void theLastRungRunsOnlyTheCatalogsFunctions() {
    assertThat(explain("SELECT pid FROM system_calls", -1))
        .contains("everything: this rung runs nothing in the kernel but the catalog's functions")
        .contains("> ")
        .contains("match spans by tid");
  }
}
