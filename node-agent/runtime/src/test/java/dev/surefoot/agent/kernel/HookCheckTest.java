// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.Problem;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HookCheckTest {
  @Test
  void everyMissingHookIsNamed() {
    KernelProfile profile =
        new KernelProfile(
            "5.10.0", "digest", 2, 32768, Set.of(), Map.of("sys_enter", 2), Set.of(), Map.of());

    assertThat(HookCheck.problems(List.of(Tables.SYSTEM_CALLS), profile))
        .extracting(Problem::reason)
        .containsExactly(
            "this kernel (5.10.0) has no tracepoint raw_syscalls:sys_exit",
            "this kernel (5.10.0) has no tracepoint sched:sched_process_exit",
            "this kernel (5.10.0) has no tracepoint sched:sched_process_exec");
  }

  @Test
  void theTablesNameTheirRequirements() {
    assertThat(Tables.all().stream().flatMap(Requirements::of)).isNotEmpty();
  }
}
