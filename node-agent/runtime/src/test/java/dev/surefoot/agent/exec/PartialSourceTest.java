// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import static dev.surefoot.agent.exec.TestingPlans.call;
import static dev.surefoot.agent.exec.TestingPlans.countStar;
import static dev.surefoot.agent.exec.TestingPlans.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.exec.PlanExecution.Progress;
import dev.surefoot.agent.sink.OutputWindow;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage.FinishedAggregate;
import dev.surefoot.catalog.bundle.UserStage.MergePartials;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialSourceTest {
  private static final long WINDOW = 1000;
  private static final int CPUS = 2;
  private static final int ROWS_PER_CPU = Integer.getInteger("surefoot.stress.rows", 100_000);

  private final TestingKernelMemory memory = new TestingKernelMemory(CPUS);
  private final TestingSink sink = new TestingSink();
  private TestingPartialProgram program = new TestingPartialProgram(memory, 4, 100);
  private PlanExecution execution = start(WINDOW);

  private PlanExecution start(long windowNanos) {
    UserPlan plan =
        new UserPlan(
            List.of(program.stream()),
            List.of(
                new MergePartials(
                    9,
                    windowNanos,
                    List.of("key"),
                    List.of(
                        new FinishedAggregate(countStar(), List.of(0)),
                        finished(AggregateFunction.SUM, 1),
                        finished(AggregateFunction.MIN, 2),
                        finished(AggregateFunction.MAX, 3),
                        finished(AggregateFunction.AVG, 1, 0)))),
            TestingPlans.columns(types()));
    return new PlanExecution(plan, memory, sink, ExecutionSettings.startingAt(0).withGraceNanos(0));
  }

  private static FinishedAggregate finished(AggregateFunction function, Integer... states) {
    return new FinishedAggregate(call(function, number(0)), List.of(states));
  }

  private static List<ValueType> types() {
    List<ValueType> types = new ArrayList<>(Collections.nCopies(7, ValueType.INT64));
    types.add(ValueType.DOUBLE);
    return types;
  }

  private static List<Object> row(
      long end, long key, long count, long sum, long min, long max, double average) {
    return List.of(end - WINDOW, end, key, count, sum, min, max, average);
  }

  private long late() {
    return execution.loss(0).count(LossStage.LATE);
  }

  @Test
  void partialsOfAllCpusAndPlacesAreMerged() {
    program.add(0, 1000, 1, 10);
    program.add(0, 1000, 5, 1); // evicts key 1
    program.add(1, 1000, 1, 2);
    program.add(0, 1000, 1, -3); // evicts key 5
    program.add(0, 2000, 1, 100); // evicts key 1 of the first window

    Progress _ = execution.poll(1000);

    assertThat(sink.rows())
        .containsExactlyInAnyOrder(row(1000, 1, 3, 9, -3, 10, 3.0), row(1000, 5, 1, 1, 1, 1, 1.0));
    assertThat(memory.consumedUntil()).isEqualTo(1000);
    assertThat(memory.hash("groups").size()).isZero();
    execution.finish(1500);
    assertThat(sink.rows()).contains(row(2000, 1, 1, 100, 100, 100, 100.0)).hasSize(3);
    assertThat(sink.windows().getLast()).isEqualTo(new OutputWindow(1000, 2000, false));
    assertThat(execution.loss(0).nothingLost()).isTrue();
  }

  @Test
  void slotThatIsBeingExchangedHoldsTheWindowBack() {
    program.add(0, 1000, 1, 10);
    int slot = program.slotAt(0, 1);
    program.beginExchange(slot);
    Progress _ = execution.poll(1000);
    assertThat(sink.windows()).isEmpty();
    program.evict(0, slot);
    TestingRecord.at(TestingPartialProgram.PARTIAL, program.slots(), slot + 8)
        .set("window_end", 2000);
    program.endExchange(slot);
    Progress _ = execution.poll(1000);
    assertThat(sink.rows()).containsExactly(row(1000, 1, 1, 10, 10, 10, 10.0));
  }

  @Test
  void slotThatStaysInExchangeIsLossAtTheEndAndTheOthersAreShown() {
    program.add(0, 1000, 1, 10);
    program.add(0, 1000, 2, 20);
    program.beginExchange(program.slotAt(0, 1));
    execution.finish(1000);
    assertThat(sink.rows()).containsExactly(row(1000, 2, 1, 20, 20, 20, 20.0));
    assertThat(execution.loss(0).count(LossStage.UNREADABLE)).isEqualTo(1);
  }

  @Test
  void partialThatIsMovedAfterItWasTakenIsNeitherRowNorLoss() {
    program = new TestingPartialProgram(memory, 4, 0);
    execution = start(WINDOW);
    program.add(0, 1000, 1, 10);
    Progress _ = execution.poll(1000);
    // A program that had asked what is consumed just before it was told.
    TestingKernelMemory before = new TestingKernelMemory(CPUS);
    TestingPartialProgram moving = new TestingPartialProgram(before, 4, 0);
    moving.add(0, 1000, 1, 10);
    moving.add(0, 2000, 1, 10);
    boolean _ =
        before.ring().drain(before.ring().produced(), (data, _, _) -> memory.ring().add(data));
    Progress _ = execution.poll(2000);
    assertThat(sink.rows()).hasSize(1);
    assertThat(late()).isZero();
  }

  @Test
  void lateRowsInSlotRingAndHashAreLoss() {
    program.add(0, 1000, 1, 10);
    program.add(0, 1000, 2, 10);
    Progress _ = execution.poll(1000);
    program.add(0, 1000, 1, 5); // in place
    program.add(1, 1000, 7, 5); // into an empty slot
    Progress _ = execution.poll(2000);
    assertThat(late()).isEqualTo(2);
    assertThat(sink.rows()).hasSize(2);
    Progress _ = execution.poll(3000);
    assertThat(late()).isEqualTo(2);
  }

  @Test
  void lateRowInAHashWithoutSlotsIsLoss() {
    program = new TestingPartialProgram(memory, 0, 100);
    execution = start(WINDOW);
    program.add(0, 1000, 1, 10);
    Progress _ = execution.poll(1000);
    program.add(1, 1000, 1, 5);
    Progress _ = execution.poll(2000);
    assertThat(late()).isEqualTo(1);
    assertThat(sink.rows()).containsExactly(row(1000, 1, 1, 10, 10, 10, 10.0));
    assertThat(memory.hash("groups").size()).isZero();
  }

  @Test
  void wholeRunIsReadAtTheEnd() {
    execution = start(0);
    program.add(0, Long.MAX_VALUE, 1, 10);
    program.add(0, Long.MAX_VALUE, 5, 10);
    program.add(0, Long.MAX_VALUE, 1, 20);
    Progress _ = execution.poll(1_000_000_000_000L);
    assertThat(sink.rows()).isEmpty();
    execution.finish(5000);
    assertThat(sink.rows())
        .containsExactlyInAnyOrder(
            List.of(0L, 5000L, 1L, 2L, 30L, 10L, 20L, 15.0),
            List.of(0L, 5000L, 5L, 1L, 10L, 10L, 10L, 10.0));
  }

  /** The reader is exact while programs update, move and overwrite partials all the time. */
  @ParameterizedTest
  @CsvSource({"4,100000", "4,0", "64,20", "1,30", "0,100000"})
  void nothingIsLostOrReadTwiceWhileProgramsRun(int slots, int hashEntries)
      throws InterruptedException {
    program = new TestingPartialProgram(memory, slots, hashEntries);
    execution = start(WINDOW);
    List<Map<List<Long>, long[]>> expected = new ArrayList<>();
    AtomicLongArray times = new AtomicLongArray(CPUS);
    List<Thread> threads = new ArrayList<>();
    for (int cpu = 0; cpu < CPUS; cpu++) {
      int own = cpu;
      Map<List<Long>, long[]> rows = new HashMap<>();
      expected.add(rows);
      threads.add(Thread.ofPlatform().start(() -> run(own, rows, times)));
    }
    while (threads.stream().anyMatch(Thread::isAlive)) {
      Progress _ = execution.poll(Math.min(times.get(0), times.get(1)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long now = Math.max(times.get(0), times.get(1));
    execution.finish(now);

    assertThat(execution.loss(0).nothingLost()).as(execution.loss(0).toString()).isTrue();
    Map<List<Long>, List<Long>> wanted = new HashMap<>();
    for (Map<List<Long>, long[]> rows : expected) {
      rows.forEach((key, states) -> wanted.merge(key, boxed(states), PartialSourceTest::merge));
    }
    Map<List<Long>, List<Long>> got = new HashMap<>();
    for (List<Object> row : sink.rows()) {
      List<Long> numbers = row.subList(0, 7).stream().map(Long.class::cast).toList();
      List<Long> before = got.put(numbers.subList(1, 3), numbers.subList(3, 7));
      assertThat(before).isNull();
    }
    assertThat(got).isEqualTo(wanted);
  }

  private void run(int cpu, Map<List<Long>, long[]> rows, AtomicLongArray times) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(cpu + 42L);
    long time = 0;
    for (int i = 0; i < ROWS_PER_CPU; i++) {
      time += random.nextInt(4);
      long end = time / WINDOW * WINDOW + WINDOW;
      int key = random.nextInt(24) - 8;
      long value = random.nextLong(-500, 500);
      program.add(cpu, end, key, value);
      // A time is told only when all rows before it are stored.
      times.setRelease(cpu, time);
      add(rows.computeIfAbsent(List.of(end, (long) key), _ -> new long[4]), value);
    }
  }

  private static void add(long[] states, long value) {
    states[2] = states[0] == 0 ? value : Math.min(states[2], value);
    states[3] = states[0] == 0 ? value : Math.max(states[3], value);
    states[0]++;
    states[1] += value;
  }

  private static List<Long> boxed(long[] states) {
    return List.of(states[0], states[1], states[2], states[3]);
  }

  private static List<Long> merge(List<Long> left, List<Long> right) {
    return List.of(
        left.get(0) + right.get(0),
        left.get(1) + right.get(1),
        Math.min(left.get(2), right.get(2)),
        Math.max(left.get(3), right.get(3)));
  }
}
