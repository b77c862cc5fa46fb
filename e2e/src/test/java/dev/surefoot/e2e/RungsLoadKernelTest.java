// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.load.LoadResult;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.compiler.ladder.CompiledRung;
import dev.surefoot.compiler.ladder.LadderCompiler;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.split.TestingPlans;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rung of the paper's queries is accepted by this kernel's verifier. */
@Tag("kernel")
class RungsLoadKernelTest {
  static Stream<CompiledRung> rungs() {
    return Stream.of(
            TestingPlans.slowest(Optional.empty(), "pid", "syscall_number"),
            TestingPlans.slowest(Optional.empty(), "syscall_number"),
            TestingPlans.slowest(Optional.empty(), "comm"),
            TestingPlans.everyLatency(Optional.empty()))
        .flatMap(RungsLoadKernelTest::rungsOf);
  }

  private static Stream<CompiledRung> rungsOf(LogicalPlan plan) {
    return new LadderCompiler(TestingPlans.profile(), LadderCompiler.DEFAULT_RING_BYTES)
        .compile("query", plan).rungs().stream();
  }

  @ParameterizedTest
  @MethodSource("rungs")
  void isAccepted(CompiledRung rung) {
    LoadResult result = new ObjectLoader().load(rung.rung().object());

    switch (result) {
      case LoadResult.Loaded(var object) -> object.close();
      case LoadResult.Rejected rejected ->
          assertThat(rejected.log().text() + rejected.messages()).as(rung.rung().name()).isEmpty();
    }
  }
}
