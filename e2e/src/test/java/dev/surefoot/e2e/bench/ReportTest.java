// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surefoot.catalog.golden.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final List<Measurement> MEASURED =
      List.of(
          measured("none", Query.NONE, 0, 100.0),
          measured("floor: clock", Query.NONE, 0, 190.0, 200.0, 210.0),
          measured("usual C", Query.QUERY_1, 0, 300.0),
          measured("bpftrace", Query.QUERY_1, 12345, 700.0),
          measured("usual C", Query.QUERY_2, 0, 600.0),
          measured("Surefoot", Query.QUERY_2, 0, 200.0));

  private final Workload workload = new GetppidLoop(Path.of("getppid"));

  @Test
  void tableOfAWorkload() {
    MarkdownReport report = new MarkdownReport("Linux 6.1, 2 CPUs (a machine)", 3);
    report.add(workload, MEASURED);
    Golden.check("bench/report", report.print());
  }

  @Test
  void plotOfAWorkload() {
    Golden.check("bench/plot", BarChart.print("getppid", "ns per call", MEASURED));
  }

  @Test
  void ratiosAreOfWhatIsAddedToACall() {
    Effects effects = new Effects(Workload.Measure.NANOS_PER_CALL, MEASURED);
    assertThat(effects.ratioToUsual(MEASURED.get(1))).hasValue(0.5);
    assertThat(effects.ratioToUsual(MEASURED.get(3))).hasValue(3.0);
    assertThat(effects.ratioToUsual(MEASURED.get(5))).hasValue(0.2);
  }

  @Test
  void probeEffectIsTheShareOfSpeedThatIsLost() {
    List<Measurement> throughput =
        List.of(measured("none", Query.NONE, 0, 1000.0), measured("x", Query.QUERY_1, 0, 980.0));
    Effects effects = new Effects(Workload.Measure.OPERATIONS_PER_SECOND, throughput);
    assertThat(effects.probeEffectPercent(throughput.get(1)).orElseThrow())
        .isCloseTo(2.0, within(1e-9));
    assertThat(effects.addedNanos(throughput.get(1))).isEmpty();
    assertThat(effects.ratioToUsual(throughput.get(1))).isEmpty();
  }

  @Test
  void withoutTheUsualCThereIsNoRatio() {
    List<Measurement> few = MEASURED.subList(0, 2);
    assertThat(new Effects(Workload.Measure.NANOS_PER_CALL, few).ratioToUsual(few.get(1)))
        .isEmpty();
  }

  @Test
  void throughputIsThatOfBothPhases() {
    String output =
        """
        fillrandom   :       4.000 micros/op 250000 ops/sec 2.000 seconds 500000 operations;
        readrandom   :       6.000 micros/op 166666 ops/sec 3.000 seconds 500000 operations;
        """;
    assertThat(RocksDb.throughput(output)).isEqualTo(200_000);
    assertThatThrownBy(() -> RocksDb.throughput("no such option"))
        .hasMessageContaining("no such option");
  }

  private static Measurement measured(String name, Query query, long lost, Double... values) {
    return new Measurement(
        new Peer(name, query, List.of(), new ReadySign.Printed("")),
        Series.of(List.of(values)),
        lost);
  }
}
