// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.e2e.vm.Guest.Result;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every rung on the oldest and the newest kernel that there are packages of. */
@Tag("vm")
class OtherKernelsVmTest {
  @Test
  void theOldestRunsEveryRungButThoseOfTaskStorage() throws IOException, InterruptedException {
    Result result = Guest.of("5.10").run(EveryRungRuns.class);

    assertThat(result.status()).as("%s", result.lines()).isZero();
    assertThat(result.saying("refused"))
        .isNotEmpty()
        .allSatisfy(rung -> assertThat(rung).contains("(task-storage"));
    assertThat(result.saying("reason"))
        .hasSameSizeAs(result.saying("refused"))
        .noneSatisfy(reason -> assertThat(reason).endsWith(" []"));
    assertThat(result.saying("ran"))
        .contains("slowest mvsf-only", "latencies mvsf-only", "latencies rows(hash)")
        .noneSatisfy(rung -> assertThat(rung).contains("(task-storage"));
  }

  @Test
  void theNewestRunsEveryRung() throws IOException, InterruptedException {
    Result result = Guest.of("7.3").run(EveryRungRuns.class);

    assertThat(result.status()).as("%s", result.lines()).isZero();
    assertThat(result.saying("refused")).isEmpty();
    assertThat(result.saying("lost"))
        .as("the emulated CPU has no cmpxchg16b")
        .allSatisfy(rung -> assertThat(rung).contains("(task-storage"));
    assertThat(result.saying("ran"))
        .contains("slowest mvsf-only", "latencies mvsf-only", "latencies rows(hash)");
  }
}
