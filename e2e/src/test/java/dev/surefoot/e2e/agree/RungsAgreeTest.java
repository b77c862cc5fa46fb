// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.exec.LossStage;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.ladder.CompiledRung;
import dev.surefoot.compiler.ladder.LadderCompiler;
import dev.surefoot.compiler.reference.ReferenceInterpreter.ResultRow;
import dev.surefoot.compiler.sql.RandomQueries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rung's exact bytecode, with the plan that reads what it leaves, gives the rows meant. */
class RungsAgreeTest {
  private static final int CPUS = 4;
  private static final int SMALL_RING_BYTES = 4096;
  private static final int QUERIES = Integer.getInteger("surefoot.random.queries", 220);
  private static final int QUERIES_PER_LOG = 10;
  private static final KernelProfile PROFILE = CompiledQuery.smallMachine(CPUS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Figure 2c of the paper, and its Query 2.
        "SELECT pid, syscall_number, MAX(exit_ts - enter_ts) AS latency FROM system_calls"
            + " GROUP BY pid, syscall_number WINDOW 1sec",
        "SELECT pid, tid, syscall_number, exit_ts - enter_ts AS latency FROM system_calls",
        "SELECT syscall_number, COUNT(*) AS calls FROM system_calls"
            + " GROUP BY syscall_number WINDOW 1sec",
        "SELECT comm, syscall_number, SUM(exit_ts - enter_ts) AS spent, COUNT(*) AS calls"
            + " FROM system_calls GROUP BY comm, syscall_number WINDOW 5ms"
            + " ORDER BY spent DESC, calls, comm, syscall_number",
        "SELECT tid, MIN(ret) AS least, AVG(ret) AS middle FROM system_calls"
            + " WHERE ret < 0 GROUP BY tid",
      })
  void ofGivenQueries(String sql) {
    CompiledQuery query = CompiledQuery.of(sql, PROFILE, LadderCompiler.DEFAULT_RING_BYTES);
    for (long seed = 1; seed <= 4; seed++) {
      MachineLog log = RandomMachine.log(seed, CPUS, 1500);
      assertThat(new Agreement(log, PROFILE, 7).check(query, "log " + seed)).isPositive();
    }
  }

  @Test
  void ofMoreGroupsThanACacheHolds() {
    String sql =
        "SELECT arg0, arg1, COUNT(*) AS calls, MAX(exit_ts - enter_ts) AS longest"
            + " FROM system_calls GROUP BY arg0, arg1 WINDOW 1min";
    CompiledQuery query = CompiledQuery.of(sql, PROFILE, LadderCompiler.DEFAULT_RING_BYTES);
    MachineLog log = RandomMachine.log(3, CPUS, 8000);
    assertThat(new Agreement(log, PROFILE, 100).check(query, "log 3")).isGreaterThan(2000);
  }

  @Test
  void whereTheRingIsFullWhatIsMissingIsCounted() {
    String sql = "SELECT pid, tid, syscall_number, exit_ts - enter_ts AS latency FROM system_calls";
    CompiledQuery query = CompiledQuery.of(sql, PROFILE, SMALL_RING_BYTES);
    Agreement agreement = new Agreement(RandomMachine.log(5, 2, 6000), PROFILE, Replay.NEVER);
    List<ResultRow> expected = agreement.expected(query);
    for (CompiledRung rung : query.ladder().rungs()) {
      Replay.Result result = agreement.replayed(rung);
      String description = rung.rung().name() + " " + result.loss();
      List<ResultRow> missing = new ArrayList<>(expected);
      result.rows().forEach(row -> assertThat(missing.remove(row)).as(description).isTrue());
      long lost = result.loss().count(LossStage.RING_FULL);
      assertThat(lost).as(description).isPositive();
      switch (rung.candidate().cut()) {
        case ROWS, BATCHES -> assertThat(missing).as(description).hasSize((int) lost);
        case MVSF_ONLY, EVENTS -> assertThat(missing).as(description).isNotEmpty();
        case PARTIALS -> throw new AssertionError("nothing is aggregated");
      }
    }
  }

  @Test
  void ofRandomQueries() {
    long first = Long.getLong("surefoot.random.seed", System.nanoTime());
    System.out.println("surefoot.random.seed=" + first);
    Agreement agreement = null;
    int withRows = 0;
    for (int i = 0; i < QUERIES; i++) {
      long seed = first + i;
      if (seed % QUERIES_PER_LOG == 0 || agreement == null) {
        long logSeed = Math.floorDiv(seed, QUERIES_PER_LOG);
        MachineLog log = RandomMachine.log(logSeed, CPUS, 300);
        agreement = new Agreement(log, PROFILE, 1 + (int) Math.floorMod(logSeed, 40L));
      }
      String sql = new RandomQueries(seed).next();
      CompiledQuery query = CompiledQuery.of(sql, PROFILE, LadderCompiler.DEFAULT_RING_BYTES);
      if (agreement.check(query, "surefoot.random.seed=" + seed) > 0) {
        withRows++;
      }
    }
    assertThat(withRows).isGreaterThan(QUERIES / 3);
  }
}
