// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import static dev.surefoot.agent.exec.TestingPlans.call;
import static dev.surefoot.agent.exec.TestingPlans.countStar;
import static dev.surefoot.agent.exec.TestingPlans.literal;
import static dev.surefoot.agent.exec.TestingPlans.named;
import static dev.surefoot.agent.exec.TestingPlans.number;
import static dev.surefoot.agent.exec.TestingPlans.plan;
import static dev.surefoot.agent.exec.TestingPlans.readEvents;
import static dev.surefoot.agent.exec.TestingPlans.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.agent.exec.PlanExecution.Progress;
import dev.surefoot.agent.exec.group.GroupMemory;
import dev.surefoot.agent.sink.OutputWindow;
import dev.surefoot.agent.sink.SinkProblem;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage.AggregateRows;
import dev.surefoot.catalog.bundle.UserStage.FilterRows;
import dev.surefoot.catalog.bundle.UserStage.LimitRows;
import dev.surefoot.catalog.bundle.UserStage.ProjectRows;
import dev.surefoot.catalog.bundle.UserStage.SortKey;
import dev.surefoot.catalog.bundle.UserStage.SortRows;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanExecutionTest {
  private static final long SECOND = 1_000_000_000L;
  private static final ExecutionSettings SETTINGS =
      ExecutionSettings.startingAt(10 * SECOND).withGraceNanos(SECOND / 5);
  private static final List<ValueType> COUNTS =
      List.of(ValueType.INT64, ValueType.INT64, ValueType.TEXT, ValueType.INT64);

  private final TestingKernelMemory memory = new TestingKernelMemory(2);
  private final TestingSink sink = new TestingSink();
  private final long[] sequences = new long[2];

  private void event(long ts, long pid, long ret, String comm) {
    int cpu = (int) (pid % 2);
    memory
        .ring()
        .add(
            TestingRecord.of(TestingPlans.EVENT)
                .set("stream", 3)
                .set("sequence", sequences[cpu]++)
                .set("cpu", cpu)
                .set("ts", ts)
                .set("pid", pid)
                .set("ret", ret)
                .set("comm", comm)
                .data());
  }

  private PlanExecution start(UserPlan plan) {
    return new PlanExecution(plan, memory, sink, SETTINGS);
  }

  private static UserPlan countsByCommand() {
    return plan(
        COUNTS,
        readEvents(),
        new AggregateRows(SECOND, 0, List.of(named(text(3))), List.of(countStar())));
  }

  @Test
  void filterAndProjectionGiveRowsAtOnce() {
    PlanExecution execution =
        start(
            plan(
                List.of(ValueType.TEXT, ValueType.INT64),
                readEvents(),
                new FilterRows(new Expression.Comparison(ComparisonOp.LESS, number(2), literal(0))),
                new ProjectRows(
                    List.of(
                        named(text(3)),
                        named(
                            new Expression.Arithmetic(ArithmeticOp.ADD, number(2), number(1)))))));
    event(1, 7, -2, "cat");
    event(2, 8, 0, "dd");
    event(3, 9, -100, "a command of 16+");

    assertThat(execution.poll(11 * SECOND)).isEqualTo(Progress.BUSY);

    assertThat(sink.rows()).containsExactly(List.of("cat", 5L), List.of("a command of 16+", -91L));
    assertThat(execution.poll(11 * SECOND)).isEqualTo(Progress.IDLE);
    assertThat(execution.rows()).isEqualTo(2);
    assertThat(execution.loss(0).nothingLost()).isTrue();
  }

  @Test
  void windowIsShownWhenItHasBeenOverForTheGraceTime() {
    PlanExecution execution = start(countsByCommand());
    event(10 * SECOND, 1, 0, "a");
    event(10 * SECOND + 1, 2, 0, "b");
    event(11 * SECOND - 1, 1, 0, "a");
    event(11 * SECOND, 1, 0, "a");

    Progress _ = execution.poll(11 * SECOND + SECOND / 5 - 1);
    assertThat(sink.windows()).isEmpty();
    Progress _ = execution.poll(11 * SECOND + SECOND / 5);

    assertThat(sink.windows()).containsExactly(new OutputWindow(10 * SECOND, 11 * SECOND, true));
    assertThat(sink.rows())
        .containsExactlyInAnyOrder(
            List.of(10 * SECOND, 11 * SECOND, "a", 2L), List.of(10 * SECOND, 11 * SECOND, "b", 1L));
  }

  @Test
  void emptyWindowsAreShownWithoutRowsAndInOrder() {
    PlanExecution execution = start(countsByCommand());
    event(10 * SECOND, 1, 0, "a");
    event(13 * SECOND, 1, 0, "a");

    Progress _ = execution.poll(15 * SECOND);

    assertThat(sink.calls())
        .containsExactly(
            "open",
            "begin 10000000000",
            "rows 1",
            "end",
            "begin 11000000000",
            "end",
            "begin 12000000000",
            "end",
            "begin 13000000000",
            "rows 1",
            "end");
  }

  @Test
  void rowBehindItsWindowIsLossAndNoRow() {
    PlanExecution execution = start(countsByCommand());
    Progress _ = execution.poll(12 * SECOND);
    event(10 * SECOND + 5, 1, 0, "a");
    event(11 * SECOND, 1, 0, "a");
    Progress _ = execution.poll(13 * SECOND);

    assertThat(sink.rows()).containsExactly(List.of(11 * SECOND, 12 * SECOND, "a", 1L));
    assertThat(execution.loss(0).count(LossStage.LATE)).isEqualTo(1);
  }

  @Test
  void finishShowsTheWindowInProgressAsIncomplete() {
    PlanExecution execution = start(countsByCommand());
    event(10 * SECOND, 1, 0, "a");
    event(11 * SECOND, 1, 0, "a");
    execution.finish(11 * SECOND + SECOND / 2);

    assertThat(sink.windows())
        .containsExactly(
            new OutputWindow(10 * SECOND, 11 * SECOND, true),
            new OutputWindow(11 * SECOND, 12 * SECOND, false));
    assertThat(sink.rows()).hasSize(2);
    assertThat(sink.calls()).endsWith("end", "close");
  }

  @Test
  void windowThatBeganBeforeTheQueryIsIncomplete() {
    PlanExecution execution =
        new PlanExecution(
            countsByCommand(), memory, sink, ExecutionSettings.startingAt(10 * SECOND + 1));
    Progress _ = execution.poll(12 * SECOND);
    assertThat(sink.windows()).containsExactly(new OutputWindow(10 * SECOND, 11 * SECOND, false));
  }

  @Test
  void rowsOfProgramsThatRanBeforeTheStartWasNotedAreShown() {
    PlanExecution execution = start(countsByCommand());
    event(10 * SECOND - 1, 1, 0, "a");
    event(8 * SECOND, 1, 0, "much too early");
    event(10 * SECOND, 1, 0, "a");
    Progress _ = execution.poll(12 * SECOND);
    assertThat(sink.rows())
        .containsExactly(
            List.of(9 * SECOND, 10 * SECOND, "a", 1L), List.of(10 * SECOND, 11 * SECOND, "a", 1L));
    assertThat(sink.windows().getFirst().complete()).isFalse();
    assertThat(execution.loss(0).count(LossStage.LATE)).isEqualTo(1);
  }

  @Test
  void wholeRunIsOneWindow() {
    PlanExecution execution =
        start(
            plan(
                List.of(ValueType.INT64, ValueType.INT64, ValueType.INT64, ValueType.DOUBLE),
                readEvents(),
                new AggregateRows(
                    0,
                    0,
                    List.of(),
                    List.of(
                        call(AggregateFunction.SUM, number(2)),
                        call(AggregateFunction.AVG, number(2))))));
    event(10 * SECOND, 1, 1, "a");
    Progress _ = execution.poll(20 * SECOND);
    event(30 * SECOND, 1, 2, "a");
    assertThat(sink.rows()).isEmpty();
    execution.finish(31 * SECOND);
    assertThat(sink.rows()).containsExactly(List.of(10 * SECOND, 31 * SECOND, 3L, 1.5));
  }

  @Test
  void sortedWindowKeepsTheFirstRows() {
    PlanExecution execution =
        start(
            plan(
                COUNTS,
                readEvents(),
                new AggregateRows(SECOND, 0, List.of(named(text(3))), List.of(countStar())),
                new SortRows(List.of(new SortKey(number(3), true)), 2)));
    for (String comm : List.of("a", "c", "b", "c", "b", "d", "c")) {
      event(10 * SECOND, 1, 0, comm);
      event(11 * SECOND, 1, 0, comm);
    }
    execution.finish(12 * SECOND);
    assertThat(sink.rows().subList(0, 2))
        .containsExactly(
            List.of(10 * SECOND, 11 * SECOND, "c", 3L), List.of(10 * SECOND, 11 * SECOND, "b", 2L));
    assertThat(sink.rows()).hasSize(4);
  }

  @Test
  void limitEndsTheQuery() {
    PlanExecution execution =
        start(plan(List.of(ValueType.INT64), readEvents(), project(1), new LimitRows(3)));
    for (int pid = 0; pid < 10; pid++) {
      event(1, pid, 0, "a");
    }
    assertThat(execution.poll(11 * SECOND)).isEqualTo(Progress.ENDED);
    assertThat(execution.poll(12 * SECOND)).isEqualTo(Progress.ENDED);
    execution.finish(13 * SECOND);
    assertThat(sink.rows()).containsExactly(List.of(0L), List.of(1L), List.of(2L));
    assertThat(sink.calls()).endsWith("close");
    assertThat(execution.loss(0).nothingLost()).isTrue();
  }

  private static ProjectRows project(int column) {
    return new ProjectRows(List.of(named(number(column))));
  }

  @Test
  void sinkProblemEndsTheQueryAndItsRowsAreLoss() {
    PlanExecution execution = start(plan(List.of(ValueType.INT64), readEvents(), project(1)));
    event(1, 1, 0, "a");
    assertThat(execution.poll(11 * SECOND)).isEqualTo(Progress.BUSY);
    SinkProblem full = new SinkProblem(SinkProblem.Kind.DISK_FULL, "full", "make room");
    sink.fail(full);
    event(1, 2, 0, "a");
    event(1, 4, 0, "a");
    assertThat(execution.poll(11 * SECOND)).isEqualTo(Progress.ENDED);
    assertThat(execution.sinkProblem()).contains(full);
    execution.finish(12 * SECOND);
    assertThat(execution.loss(0).count(LossStage.REFUSED_BY_SINK)).isEqualTo(2);
  }

  @Test
  void unfinishedRecordHoldsItsWindowBack() {
    PlanExecution execution = start(countsByCommand());
    TestingRing.Reserved busy =
        memory
            .ring()
            .reserve(
                TestingRecord.of(TestingPlans.EVENT)
                    .set("stream", 3)
                    .set("ts", 10 * SECOND)
                    .set("comm", "slow")
                    .data());
    Progress _ = execution.poll(12 * SECOND);
    assertThat(sink.windows()).isEmpty();
    memory.ring().submit(busy);
    Progress _ = execution.poll(12 * SECOND);
    assertThat(sink.rows()).containsExactly(List.of(10 * SECOND, 11 * SECOND, "slow", 1L));
  }

  @Test
  void groupsBeyondTheMemoryAreLoss() {
    PlanExecution execution =
        new PlanExecution(
            countsByCommand(), memory, sink, SETTINGS.withMemory(new GroupMemory(2, 1000), 10));
    for (String comm : List.of("a", "b", "c", "a", "d")) {
      event(10 * SECOND, 1, 0, comm);
    }
    execution.finish(11 * SECOND);
    assertThat(sink.rows()).extracting(row -> row.get(2)).containsExactlyInAnyOrder("a", "b");
    assertThat(execution.loss(0).count(LossStage.MEMORY_FULL)).isEqualTo(2);
  }

  @Test
  void everyStageOfLossIsReported() {
    PlanExecution execution = start(countsByCommand());
    memory.lose(Loss.RING_FULL, 0, 3);
    memory.lose(Loss.RING_FULL, 1, 4);
    memory.lose(Loss.PARTIAL_DROPPED, 1, 5);
    memory.lose(Loss.SPAN_NOT_KEPT, 0, 6);
    sequences[1] = 4;
    event(10 * SECOND, 1, 0, "a");
    Progress _ = execution.poll(10 * SECOND);
    LossReport loss = execution.loss(9);
    assertThat(loss.entries())
        .extracting(LossReport.Entry::count)
        .containsExactly(9L, 6L, 7L, 5L, 4L, 0L, 0L, 0L, 0L, 0L);
  }

  @Test
  void planWhoseOutputDoesNotFitIsRefused() {
    assertThatThrownBy(() -> start(plan(List.of(ValueType.TEXT), readEvents(), project(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[INT64]");
  }
}
