// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.exec.PlanExecution.Progress;
import dev.surefoot.catalog.bundle.KernelStream.Batches;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage.ReadRows;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchSourceTest {
  private static final RecordLayout ROW =
      RecordLayout.named("row").add("cpu", FieldType.U32).add("number", FieldType.U64).build();
  private static final Batches STREAM = new Batches(5, ROW, 8, "batch");
  private static final UserPlan PLAN =
      new UserPlan(
          List.of(STREAM),
          List.of(new ReadRows(5, List.of("cpu", "number"))),
          TestingPlans.columns(List.of(ValueType.INT64, ValueType.INT64)));
  private static final long EARLY = ExecutionSettings.startingAt(0).earlyReadNanos();

  private final TestingKernelMemory memory = new TestingKernelMemory(2);
  private final TestingSink sink = new TestingSink();
  private final TestingBatchProgram program = new TestingBatchProgram(STREAM, memory);
  private final PlanExecution execution =
      new PlanExecution(PLAN, memory, sink, ExecutionSettings.startingAt(0));
  private long now;

  private void add(int cpu, int rows) {
    for (int i = 0; i < rows; i++) {
      program.add(cpu);
    }
  }

  private void pollEarly() {
    now += EARLY;
    Progress _ = execution.poll(now);
  }

  private List<Long> numbers(long cpu) {
    return sink.rows().stream()
        .filter(row -> row.get(0).equals(cpu))
        .map(row -> (Long) row.get(1))
        .toList();
  }

  private static List<Long> upTo(long end) {
    List<Long> numbers = new ArrayList<>();
    for (long i = 0; i < end; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  @Test
  void rowsOfFullBatchesComeThroughTheRing() {
    add(0, 17);
    Progress _ = execution.poll(1);
    assertThat(numbers(0)).isEqualTo(upTo(16));
  }

  @Test
  void rowsOfUnfinishedBatchesAreReadFromTimeToTime() {
    add(0, 3);
    add(1, 12);
    Progress _ = execution.poll(EARLY - 1);
    assertThat(numbers(0)).isEmpty();
    pollEarly();
    assertThat(numbers(0)).isEqualTo(upTo(3));
    assertThat(numbers(1)).isEqualTo(upTo(12));
  }

  @Test
  void rowsThatWereReadEarlyDoNotComeAgain() {
    add(0, 3);
    pollEarly();
    add(0, 2);
    pollEarly();
    add(0, 2 + 8 + 1);
    pollEarly();
    add(0, 7 + 8);
    pollEarly();
    assertThat(numbers(0)).isEqualTo(upTo(31));
  }

  @Test
  void batchThatIsInTheRingAndStillInItsAreaIsReadOnce() {
    add(0, 7);
    program.addWithoutReset(0);
    pollEarly();
    pollEarly();
    assertThat(numbers(0)).isEqualTo(upTo(8));
    program.reset(0);
    add(0, 1);
    pollEarly();
    assertThat(numbers(0)).isEqualTo(upTo(9));
  }

  @Test
  void rowsThatWereReadBeforeTheirBatchWasLostAreNotLost() {
    add(0, 3);
    pollEarly();
    program.ringIsFull(true);
    add(0, 5 + 8);
    program.ringIsFull(false);
    add(0, 1);
    pollEarly();
    assertThat(numbers(0)).containsExactly(0L, 1L, 2L, 16L);
    assertThat(execution.loss(0).count(LossStage.RING_FULL)).isEqualTo(13);
  }

  @Test
  void finishReadsAllThatIsLeft() {
    add(0, 9);
    add(1, 2);
    execution.finish(1);
    assertThat(numbers(0)).isEqualTo(upTo(9));
    assertThat(numbers(1)).isEqualTo(upTo(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, 3})
  void everyRowComesOnceWhileProgramsRun(int ringCapacity) throws InterruptedException {
    int rowsPerCpu = Integer.getInteger("surefoot.stress.rows", 100_000);
    program.ringCapacity(ringCapacity);
    List<Thread> threads = new ArrayList<>();
    for (int cpu = 0; cpu < 2; cpu++) {
      int own = cpu;
      threads.add(Thread.ofPlatform().start(() -> add(own, rowsPerCpu)));
    }
    while (threads.stream().anyMatch(Thread::isAlive)) {
      pollEarly();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    execution.finish(now);

    long lost = execution.loss(0).count(LossStage.RING_FULL);
    assertThat(sink.rows().size() + lost).isEqualTo(2L * rowsPerCpu);
    for (long cpu = 0; cpu < 2; cpu++) {
      List<Long> numbers = numbers(cpu);
      assertThat(numbers).isSorted().doesNotHaveDuplicates();
      assertThat(numbers.getLast()).isLessThan(rowsPerCpu);
    }
    if (ringCapacity == Integer.MAX_VALUE) {
      assertThat(lost).isZero();
      assertThat(numbers(0)).isEqualTo(upTo(rowsPerCpu));
    }
  }
}
