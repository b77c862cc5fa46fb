// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> COLUMNS = List.of("pid", "tid", "ppid", "exit_ts", "enter_ts");

  @ParameterizedTest
  @CsvSource({
    "pid, pid, 0",
    "pdi, pid, 1",
    "pd, pid, 1",
    "piid, pid, 1",
    "abc, '', 3",
    "PID, pid, 0"
  })
  void distanceCountsSlips(String left, String right, int slips) {
    assertThat(Nearest.distance(left, right)).isEqualTo(slips);
    assertThat(Nearest.distance(right, left)).isEqualTo(slips);
  }

  @Test
  void closestNameIsSuggested() {
    assertThat(Nearest.to("exits_ts", COLUMNS)).contains("exit_ts");
    assertThat(Nearest.hint("pidd", COLUMNS)).contains("did you mean 'pid'?");
  }

  @Test
  void farNamesAreNotSuggested() {
    assertThat(Nearest.to("latency", COLUMNS)).isEmpty();
  }

  @Test
  void amongEquallyCloseNamesTheFirstInOrderWins() {
    assertThat(Nearest.to("xid", COLUMNS)).contains("pid");
  }
}
