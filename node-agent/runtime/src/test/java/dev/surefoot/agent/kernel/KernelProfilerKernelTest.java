// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.btf.KernelBtf;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class KernelProfilerKernelTest {
  @Test
  void thisKernelsProfileHasTheHooksOfAllTables() throws IOException {
    KernelFacts facts = KernelFacts.read(Path.of("/"));
    KernelProfile profile =
        KernelProfiler.profile(facts, KernelBtf.read(KernelBtf.RUNNING_KERNEL), Set.of(), Map.of());

    assertThat(HookCheck.problems(Tables.all(), profile)).isEmpty();
    assertThat(profile.parameterCounts()).containsEntry("sys_enter", 2);
    assertThat(profile.btfDigest()).hasSize(64);
    assertThat(profile.possibleCpus()).isPositive();
    assertThat(profile.members()).isNotEmpty();
  }

  @Test
  void thisMachineCanLoad() {
    assertThat(new EnvironmentCheck(Path.of("/")).problems()).isEmpty();
  }

  @Test
  void tracefsIsMountedWhereAClassicTracepointNeedsIt() {
    assertThat(Tracefs.ensureFor(List.of("tp_btf/sys_enter"))).isEmpty();
    assertThat(Tracefs.mount("/nowhere/at/all"))
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.reason()).contains("/nowhere/at/all").contains("ENOENT");
              assertThat(problem.hint()).contains("mount -t tracefs");
            });
  }
}
