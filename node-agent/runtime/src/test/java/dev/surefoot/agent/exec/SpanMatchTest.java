// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.exec.PlanExecution.Progress;
import dev.surefoot.catalog.bundle.KernelStream.Events;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage.MatchSpans;
import dev.surefoot.catalog.bundle.UserStage.SpanColumn;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpanMatchTest {
  private static final int OPEN = 1;
  private static final int CLOSE = 2;
  private static final int CANCEL = 3;
  private static final int CPUS = 4;

  private static final RecordLayout HALF =
      RecordLayout.named("half")
          .add("stream", FieldType.U32)
          .add("sequence", FieldType.U64)
          .add("cpu", FieldType.U32)
          .add("tid", FieldType.U32)
          .add("ts", FieldType.U64)
          .add("comm", new FieldType.Text(16))
          .build();

  private static final UserPlan PLAN =
      new UserPlan(
          List.of(new Events(OPEN, HALF), new Events(CLOSE, HALF), new Events(CANCEL, HALF)),
          List.of(
              new MatchSpans(
                  OPEN,
                  CLOSE,
                  List.of(CANCEL),
                  "tid",
                  List.of(
                      new SpanColumn(false, "tid"),
                      new SpanColumn(true, "ts"),
                      new SpanColumn(false, "ts"),
                      new SpanColumn(true, "comm")))),
          TestingPlans.columns(
              List.of(ValueType.INT64, ValueType.INT64, ValueType.INT64, ValueType.TEXT)));

  private final TestingKernelMemory memory = new TestingKernelMemory(CPUS);
  private final TestingSink sink = new TestingSink();
  private final PlanExecution execution =
      new PlanExecution(PLAN, memory, sink, ExecutionSettings.startingAt(0));
  private final long[][] sequences = new long[4][CPUS];
  private long clock;

  private long event(int stream, int cpu, long tid) {
    clock++;
    memory
        .ring()
        .add(
            TestingRecord.of(HALF)
                .set("stream", stream)
                .set("sequence", sequences[stream][cpu]++)
                .set("cpu", cpu)
                .set("tid", tid)
                .set("ts", clock)
                .set("comm", "t" + tid)
                .data());
    return clock;
  }

  private void lose(int stream, int cpu) {
    sequences[stream][cpu]++;
    memory.lose(Loss.RING_FULL, cpu, 1);
  }

  private void poll() {
    Progress _ = execution.poll(clock);
  }

  private long lost(LossStage stage) {
    return execution.loss(0).count(stage);
  }

  @Test
  void openingAndNextClosingEventOfAThreadAreARow() {
    event(OPEN, 0, 7);
    event(OPEN, 1, 8);
    event(CLOSE, 2, 7);
    event(CLOSE, 1, 8);
    poll();
    assertThat(sink.rows()).containsExactly(List.of(7L, 1L, 3L, "t7"), List.of(8L, 2L, 4L, "t8"));
  }

  @Test
  void closingEventAloneIsNoRow() {
    event(CLOSE, 0, 7);
    event(OPEN, 0, 7);
    event(CLOSE, 0, 7);
    event(CLOSE, 0, 7);
    poll();
    assertThat(sink.rows()).containsExactly(List.of(7L, 2L, 3L, "t7"));
  }

  @Test
  void openingEventReplacesTheOpenOne() {
    event(OPEN, 0, 7);
    event(OPEN, 0, 7);
    event(CLOSE, 0, 7);
    poll();
    assertThat(sink.rows()).containsExactly(List.of(7L, 2L, 3L, "t7"));
  }

  @Test
  void cancelDiscardsTheOpenSpan() {
    event(OPEN, 0, 7);
    event(CANCEL, 1, 7);
    event(CANCEL, 1, 99);
    event(CLOSE, 0, 7);
    poll();
    assertThat(sink.rows()).isEmpty();
  }

  @Test
  void spansStayOpenOverManyPollsAndThreads() {
    for (int tid = 0; tid < 10_000; tid++) {
      event(OPEN, tid % CPUS, tid);
      poll();
    }
    for (int tid = 0; tid < 10_000; tid++) {
      event(CLOSE, 3 - tid % CPUS, tid);
    }
    poll();
    assertThat(sink.rows()).hasSize(10_000);
    assertThat(sink.rows().get(9_999)).isEqualTo(List.of(9_999L, 10_000L, 20_000L, "t9999"));
    assertThat(execution.loss(0).nothingLost()).isTrue();
  }

  @Test
  void lossOfACloseAndTheNextOpenGivesNoWrongRow() {
    event(OPEN, 0, 7);
    poll();
    lose(CLOSE, 0);
    lose(OPEN, 1);
    // The thread has moved to a CPU on which no closing event was lost.
    event(CLOSE, 1, 7);
    poll();
    event(OPEN, 1, 7);
    event(CLOSE, 1, 7);
    poll();
    assertThat(sink.rows()).containsExactly(List.of(7L, 3L, 4L, "t7"));
    assertThat(lost(LossStage.SPAN_ABANDONED)).isEqualTo(1);
    assertThat(lost(LossStage.RING_FULL)).isEqualTo(2);
    assertThat(lost(LossStage.SEQUENCE_GAP)).isEqualTo(1);
  }

  @Test
  void lossOfACancelGivesNoWrongRow() {
    event(OPEN, 0, 7);
    poll();
    lose(CANCEL, 0);
    // A new thread with the same id begins by returning from clone.
    event(CLOSE, 2, 7);
    poll();
    assertThat(sink.rows()).isEmpty();
    assertThat(lost(LossStage.SPAN_ABANDONED)).isEqualTo(1);
  }

  @Test
  void gapWithoutACountedLossAbandonsToo() {
    event(OPEN, 0, 7);
    event(OPEN, 0, 8);
    sequences[CLOSE][1] += 3;
    event(CLOSE, 1, 7);
    event(CLOSE, 0, 8);
    poll();
    assertThat(sink.rows()).isEmpty();
    assertThat(lost(LossStage.SEQUENCE_GAP)).isEqualTo(3);
    assertThat(lost(LossStage.SPAN_ABANDONED)).isEqualTo(2);
  }

  /** Threads that call, move between CPUs, die and begin again, under a ring that loses events. */
  @Property(tries = 300)
  void whateverIsLostNoRowIsWrong(@ForAll long seed, @ForAll @IntRange(max = 60) int lossPercent) {
    SpanMatchTest run = new SpanMatchTest();
    Random random = new Random(seed);
    List<List<Object>> truth = new ArrayList<>();
    Map<Integer, Long> open = new HashMap<>();
    boolean full = false;
    for (int step = 0; step < 400; step++) {
      if (random.nextInt(20) == 0) {
        full = random.nextInt(100) < lossPercent;
      }
      int tid = random.nextInt(6);
      int cpu = random.nextInt(CPUS);
      int stream = !open.containsKey(tid) ? OPEN : random.nextInt(8) == 0 ? CANCEL : CLOSE;
      long at = run.clock + 1;
      if (full) {
        run.clock++;
        run.lose(stream, cpu);
      } else {
        at = run.event(stream, cpu, tid);
      }
      if (stream == OPEN) {
        open.put(tid, at);
      } else {
        long openedAt = open.remove(tid);
        if (stream == CLOSE) {
          truth.add(List.of((long) tid, openedAt, at, "t" + tid));
        }
      }
      if (stream == CANCEL && random.nextBoolean()) {
        // The next thread with this id returns from clone first.
        if (full) {
          run.lose(CLOSE, cpu);
        } else {
          run.event(CLOSE, cpu, tid);
        }
      }
      if (random.nextInt(10) == 0) {
        run.poll();
      }
    }
    run.execution.finish(run.clock);
    assertThat(truth).containsAll(run.sink.rows());
    if (run.lost(LossStage.RING_FULL) == 0) {
      assertThat(run.sink.rows()).containsExactlyElementsOf(truth);
    }
  }
}
