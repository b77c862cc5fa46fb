// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import static dev.surefoot.compiler.split.TestingPlans.call;
import static dev.surefoot.compiler.split.TestingPlans.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Tables;
import dev.surefoot.compiler.plan.LogicalPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitEnumeratorTest {
  private static final Expression LIKE = new Expression.Like(call("comm"), "b%");

  private static List<String> names(LogicalPlan plan, KernelProfile profile) {
    return candidates(plan, profile).stream().map(SplitCandidate::name).toList();
  }

  private static List<SplitCandidate> candidates(LogicalPlan plan, KernelProfile profile) {
    return new SplitEnumerator(profile).enumerate(SplitEnumerator.pipelineOf(plan));
  }

  @Test
  void aWindowedAggregateOverSpansHasEveryRung() {
    assertThat(names(TestingPlans.slowest(Optional.empty(), "pid", "syscall_number"), profile()))
        .startsWith("partial-aggregate(array, cached-hash)")
        .contains(
            "partial-aggregate(hash, cached-hash)",
            "partial-aggregate(task-storage, per-cpu-hash)",
            "batched-rows(array)",
            "rows(hash)",
            "filter-project")
        .endsWith("mvsf-only");
  }

  @Test
  void theCheapestComesFirstAndMvsfsLast() {
    List<SplitCandidate> candidates =
        candidates(TestingPlans.slowest(Optional.empty(), "pid"), profile());

    assertThat(candidates.subList(0, candidates.size() - 1))
        .isSortedAccordingTo(Comparator.comparingDouble(candidate -> candidate.cost().weighted()));
    assertThat(candidates.getLast().cut()).isEqualTo(Cut.MVSF_ONLY);
  }

  @Test
  void aSmallDenseKeyNeedsNoHash() {
    assertThat(names(TestingPlans.slowest(Optional.empty(), "syscall_number"), profile()))
        .startsWith("partial-aggregate(array, dense-slots)");
  }

  @Test
  void aQueryWithoutAggregateShipsBatches() {
    assertThat(names(TestingPlans.everyLatency(Optional.empty()), profile()))
        .startsWith("batched-rows(array)")
        .noneMatch(name -> name.startsWith("partial"));
  }

  @Test
  void whatOnlyUserSpaceCanDecideKeepsTheAggregateThere() {
    assertThat(names(TestingPlans.slowest(Optional.of(LIKE), "pid"), profile()))
        .noneMatch(name -> name.startsWith("partial"));
  }

  @Test
  void whatDoesNotMergeIsAggregatedInUserSpace() {
    AggregateCall distinct =
        new AggregateCall(AggregateFunction.COUNT, Optional.of(call("pid")), true, "n");
    LogicalPlan plan =
        TestingPlans.plan(
            TestingPlans.aggregate(
                TestingPlans.filtered(Tables.SYSTEM_CALLS, Optional.empty()),
                List.of(),
                List.of(distinct)));

    assertThat(names(plan, profile())).noneMatch(name -> name.startsWith("partial"));
  }

  @Test
  void formsThatTheKernelLacksAreLeftOut() {
    assertThat(names(TestingPlans.slowest(Optional.empty(), "pid"), profile(Feature.TASK_STORAGE)))
        .noneMatch(name -> name.contains("task-storage"));
  }

  @Test
  void manyThreadIdsLeaveTheArrayOut() {
    KernelProfile big =
        new KernelProfile(
            "6.18.0", "00", 64, 4_194_304, Set.of(Feature.values()), Map.of(), Set.of(), Map.of());

    assertThat(names(TestingPlans.slowest(Optional.empty(), "pid"), big))
        .noneMatch(name -> name.contains("array"))
        .contains("partial-aggregate(hash, cached-hash)");
  }

  @Test
  void theSlotKeepsWhatOnlyTheOpeningHas() {
    SpanSlot slot =
        SpanSlot.of(
            SplitEnumerator.pipelineOf(
                TestingPlans.slowest(Optional.empty(), "pid", "syscall_number")));

    assertThat(slot.layout().fields())
        .extracting("name")
        .containsExactly("enter_ts", "syscall_number");
    assertThat(slot.marker()).isEqualTo("enter_ts");
    assertThat(slot.layout().bytes()).isEqualTo(16);
  }

  @Test
  void aSlotWithoutAClockHasAMarkerOfItsOwn() {
    AggregateCall count = new AggregateCall(AggregateFunction.COUNT, Optional.empty(), false, "n");
    SpanSlot slot =
        SpanSlot.of(
            SplitEnumerator.pipelineOf(
                TestingPlans.plan(
                    TestingPlans.aggregate(
                        TestingPlans.filtered(Tables.SYSTEM_CALLS, Optional.empty()),
                        List.of(),
                        List.of(count)))));

    assertThat(slot.hasOwnMarker()).isTrue();
    assertThat(slot.columns()).isEmpty();
  }
}
