// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.edges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.compiler.split.TestingPlans;
import dev.surefoot.e2e.edges.Observation.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Sleeps that their process timed itself, at every rung. */
@Tag("kernel")
class LatenciesKernelTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long SLEEP = 1_200_000_000L;
  private static final long NAP = 2_000_000L;

  @TempDir private static Path directory;
  private static Path program;

  @BeforeAll
  static void compile() throws IOException, InterruptedException {
    program = Child.compile(directory);
  }

  @TestFactory
  Stream<DynamicTest> aCallThatSpansWindowsIsInThatOfItsReturn() {
    return atEveryRung(
        "sleep",
        "SELECT window_start, COUNT(*) AS calls, MAX(exit_ts - enter_ts) AS latency,"
            + " MAX(exit_ts) AS returned FROM system_calls WHERE syscall_number = 35 AND pid = %d"
            + " GROUP BY syscall_number WINDOW 1sec",
        (rows, timed) -> {
          assertThat(rows).hasSize(1);
          Row row = rows.getFirst();
          assertThat(row.get(1)).isEqualTo(1);
          assertThat(row.get(2)).isBetween(SLEEP, timed.getFirst());
          assertThat(row.get(0)).isEqualTo(row.get(3) / SECOND * SECOND);
        });
  }

  @TestFactory
  Stream<DynamicTest> noLatencyIsLongerThanWhatTheCallerMeasured() {
    return atEveryRung(
        "naps",
        "SELECT enter_ts, exit_ts - enter_ts AS latency FROM system_calls"
            + " WHERE syscall_number = 35 AND pid = %d",
        (rows, timed) -> {
          List<Long> latencies =
              rows.stream()
                  .sorted(Comparator.comparingLong(row -> row.get(0)))
                  .map(row -> row.get(1))
                  .toList();
          assertThat(latencies).hasSameSizeAs(timed).allMatch(latency -> latency >= NAP);
          for (int i = 0; i < timed.size(); i++) {
            assertThat(latencies.get(i)).isLessThanOrEqualTo(timed.get(i));
          }
        });
  }

  /** What must hold between the rows and the times that the process took, in ns. */
  private interface Check {
    void holds(List<Row> rows, List<Long> timed);
  }

  private static Stream<DynamicTest> atEveryRung(String what, String sql, Check check) {
    List<String> names = rungs(sql, 1).stream().map(Rung::name).toList();
    return IntStream.range(0, names.size())
        .mapToObj(
            index ->
                DynamicTest.dynamicTest(names.get(index), () -> observe(what, sql, index, check)));
  }

  private static void observe(String what, String sql, int index, Check check)
      throws IOException, InterruptedException {
    try (Child child = Child.start(program, what)) {
      List<Long> timed = new ArrayList<>();
      Observation observation =
          Observation.of(
              rungs(sql, child.observedPid()).get(index), () -> timed.addAll(child.go()));
      assertThat(observation.isComplete()).as("%s", observation.report()).isTrue();
      check.holds(observation.rows(), timed);
    }
  }

  private static List<Rung> rungs(String sql, long pid) {
    return Observation.rungs(sql.formatted(pid), TestingPlans.profile());
  }
}
