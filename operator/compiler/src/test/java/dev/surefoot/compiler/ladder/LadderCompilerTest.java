// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.split.TestingPlans;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LadderCompilerTest {
  private static CompiledLadder compile(LogicalPlan plan) {
    return new LadderCompiler(TestingPlans.profile(), LadderCompiler.DEFAULT_RING_BYTES)
        .compile("query", plan);
  }

  @Test
  void everySplitOfFigure2cBecomesARung() {
    CompiledLadder ladder =
        compile(TestingPlans.slowest(Optional.empty(), "pid", "syscall_number"));

    assertThat(ladder.rungs()).hasSize(14);
    assertThat(ladder.dropped()).isEmpty();
    assertThat(ladder.bundle().ladder().getLast().name()).isEqualTo("mvsf-only");
  }

  @Test
  void programsOfOneObjectHaveNamesOfTheirOwn() {
    for (CompiledRung rung : compile(TestingPlans.everyLatency(Optional.empty())).rungs()) {
      assertThat(rung.rung().object().programs())
          .extracting(ProgramDefinition::name)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void whatOpensSpansIsAttachedLast() {
    for (CompiledRung rung : compile(TestingPlans.everyLatency(Optional.empty())).rungs()) {
      assertThat(rung.rung().object().programs().getLast().section())
          .isIn("tp_btf/sys_enter", "raw_tp/sys_enter");
    }
  }

  @Test
  void taskStorageIsARequirementWhereItIsUsed() {
    List<Rung> ladder = compile(TestingPlans.slowest(Optional.empty(), "pid")).bundle().ladder();

    for (Rung rung : ladder) {
      assertThat(rung.requirements().contains(Feature.TASK_STORAGE))
          .isEqualTo(rung.name().contains("task-storage"));
    }
  }
}
