// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.libbpf.Errno;
import dev.surefoot.agent.libbpf.LibBpfLibrary;
import dev.surefoot.agent.libbpf.LibC;
import dev.surefoot.agent.load.LadderLoader;
import dev.surefoot.agent.load.LadderResult;
import dev.surefoot.agent.load.LoadResult;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.agent.load.VerifierLog;
import dev.surefoot.catalog.bundle.Bundle;
import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.compiler.split.TestingPlans;
import dev.surefoot.e2e.edges.Observation;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the first rung is refused the second one does its work. */
@Tag("kernel")
class RefusedRungKernelTest {
  private static final int CALLS = 1_000;

  @Test
  void theSecondRungCountsAndTheRefusalIsExplained() throws IOException, InterruptedException {
    LibBpfLibrary.require();
    List<Rung> rungs =
        Observation.rungs(
            "SELECT tid, COUNT(*) AS calls FROM system_calls WHERE syscall_number = 110 AND pid = "
                + ProcessHandle.current().pid()
                + " GROUP BY tid WINDOW 1sec",
            TestingPlans.profile());

    LadderResult result =
        new LadderLoader(
                EnumSet.allOf(Feature.class), object -> refuse(object, rungs.getFirst().object()))
            .load(new Bundle("query", rungs));

    assertThat(result).isInstanceOf(LadderResult.Accepted.class);
    LadderResult.Accepted accepted = (LadderResult.Accepted) result;
    Observation observation =
        Observation.of(
            accepted.object(), accepted.rung().userPlan(), RefusedRungKernelTest::makeCalls);
    assertThat(accepted.index()).isEqualTo(1);
    assertThat(accepted.refusals()).hasSize(1);
    assertThat(accepted.refusals().getFirst().rung()).isEqualTo(rungs.getFirst().name());
    assertThat(accepted.refusals().getFirst().lines()).contains("R1 type=scalar expected=fp");
    assertThat(observation.rows().stream().mapToLong(row -> row.get(1)).sum()).isEqualTo(CALLS);
  }

  private static LoadResult refuse(ObjectDefinition object, ObjectDefinition refused) {
    return object.equals(refused)
        ? new LoadResult.Rejected(
            Optional.of("enter"),
            new VerifierLog("0: R1=ctx()\nR1 type=scalar expected=fp\n"),
            new Errno(13),
            List.of())
        : new ObjectLoader().load(object);
  }

  private static void makeCalls() {
    for (int i = 0; i < CALLS; i++) {
      int _ = LibC.getppid();
    }
  }
}
