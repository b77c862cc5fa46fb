// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import static dev.surefoot.agent.exec.TestingPlans.call;
import static dev.surefoot.agent.exec.TestingPlans.countStar;
import static dev.surefoot.agent.exec.TestingPlans.literal;
import static dev.surefoot.agent.exec.TestingPlans.named;
import static dev.surefoot.agent.exec.TestingPlans.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.exec.PlanExecution.Progress;
import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.KernelStream.Batches;
import dev.surefoot.catalog.bundle.KernelStream.Events;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.bundle.UserStage.AggregateRows;
import dev.surefoot.catalog.bundle.UserStage.FilterRows;
import dev.surefoot.catalog.bundle.UserStage.FinishedAggregate;
import dev.surefoot.catalog.bundle.UserStage.MergePartials;
import dev.surefoot.catalog.bundle.UserStage.ReadRows;
import dev.surefoot.catalog.bundle.UserStage.SortKey;
import dev.surefoot.catalog.bundle.UserStage.SortRows;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The same rows give the same result, in the same order, however they come from the kernel. */
class SourceEquivalenceTest {
  private static final long WINDOW = 100;
  private static final int CPUS = 3;

  private static final RecordLayout ROW =
      RecordLayout.named("row")
          .add("ts", FieldType.U64)
          .add("key", FieldType.I32)
          .add("value", FieldType.I64)
          .build();
  private static final RecordLayout EVENT =
      RecordLayout.named("event")
          .add("stream", FieldType.U32)
          .add("ts", FieldType.U64)
          .add("key", FieldType.I32)
          .add("value", FieldType.I64)
          .build();
  private static final List<AggregateCall> CALLS =
      List.of(
          countStar(),
          call(AggregateFunction.SUM, number(2)),
          call(AggregateFunction.MIN, number(2)),
          call(AggregateFunction.MAX, number(2)),
          call(AggregateFunction.AVG, number(2)));

  /** A row and the CPU that has it. */
  private record Given(int cpu, long ts, int key, long value) {}

  /** A way from kernel to rows. */
  private interface Way {
    void add(Given row);

    KernelStream stream();

    UserStage first();

    List<UserStage> grouping();
  }

  private static final List<UserStage> ROW_GROUPING =
      List.of(new AggregateRows(WINDOW, 0, List.of(named(number(1))), CALLS));

  private static Way events(TestingKernelMemory memory) {
    return new Way() {
      @Override
      public void add(Given row) {
        memory.ring().add(write(TestingRecord.of(EVENT).set("stream", 1), row).data());
      }

      @Override
      public KernelStream stream() {
        return new Events(1, EVENT);
      }

      @Override
      public UserStage first() {
        return new ReadRows(1, List.of("ts", "key", "value"));
      }

      @Override
      public List<UserStage> grouping() {
        return ROW_GROUPING;
      }
    };
  }

  private static TestingRecord write(TestingRecord record, Given row) {
    return record.set("ts", row.ts()).set("key", row.key()).set("value", row.value());
  }

  private static Way batches(TestingKernelMemory memory) {
    Batches stream = new Batches(1, ROW, 8, "batch");
    TestingBatchProgram program = new TestingBatchProgram(stream, memory);
    return new Way() {
      @Override
      public void add(Given row) {
        program.add(
            row.cpu(),
            record -> {
              TestingRecord _ = write(record, row);
            });
      }

      @Override
      public KernelStream stream() {
        return stream;
      }

      @Override
      public UserStage first() {
        return new ReadRows(1, List.of("ts", "key", "value"));
      }

      @Override
      public List<UserStage> grouping() {
        return ROW_GROUPING;
      }
    };
  }

  private static Way partials(TestingKernelMemory memory, int slots, int hashEntries) {
    TestingPartialProgram program = new TestingPartialProgram(memory, slots, hashEntries);
    return new Way() {
      @Override
      public void add(Given row) {
        program.add(row.cpu(), row.ts() / WINDOW * WINDOW + WINDOW, row.key(), row.value());
      }

      @Override
      public KernelStream stream() {
        return program.stream();
      }

      @Override
      public UserStage first() {
        List<List<Integer>> states =
            List.of(List.of(0), List.of(1), List.of(2), List.of(3), List.of(1, 0));
        List<FinishedAggregate> finished = new ArrayList<>();
        for (int i = 0; i < CALLS.size(); i++) {
          finished.add(new FinishedAggregate(CALLS.get(i), states.get(i)));
        }
        return new MergePartials(9, WINDOW, List.of("key0"), finished);
      }

      @Override
      public List<UserStage> grouping() {
        return List.of();
      }
    };
  }

  @Property(tries = 60)
  void everyWayGivesTheSameRows(@ForAll long seed) {
    Random random = new Random(seed);
    List<Given> rows = new ArrayList<>();
    long time = 0;
    int count = random.nextInt(1500);
    for (int i = 0; i < count; i++) {
      time += random.nextInt(4);
      rows.add(
          new Given(
              random.nextInt(CPUS), time, random.nextInt(12) - 4, random.nextLong(-9, 1 << 20)));
    }
    List<List<List<Object>>> results = new ArrayList<>();
    for (int way = 0; way < 6; way++) {
      TestingKernelMemory memory = new TestingKernelMemory(CPUS);
      results.add(
          run(
              switch (way) {
                case 0 -> events(memory);
                case 1 -> batches(memory);
                case 2 -> partials(memory, 4, 0);
                case 3 -> partials(memory, 4, 1000);
                case 4 -> partials(memory, 2, 5);
                default -> partials(memory, 0, 1000);
              },
              memory,
              rows,
              random));
    }
    for (List<List<Object>> result : results) {
      assertThat(result).isEqualTo(results.getFirst());
    }
  }

  private static List<List<Object>> run(
      Way way, TestingKernelMemory memory, List<Given> rows, Random random) {
    List<UserStage> stages = new ArrayList<>(List.of(way.first()));
    stages.addAll(way.grouping());
    // HAVING COUNT(*) > 1 ORDER BY the maximum, the largest first, LIMIT 5.
    stages.add(
        new FilterRows(new Expression.Comparison(ComparisonOp.GREATER, number(3), literal(1))));
    stages.add(new SortRows(List.of(new SortKey(number(6), true)), 5));
    List<ValueType> types = new ArrayList<>(Collections.nCopies(7, ValueType.INT64));
    types.add(ValueType.DOUBLE);
    TestingSink sink = new TestingSink();
    PlanExecution execution =
        new PlanExecution(
            new UserPlan(List.of(way.stream()), stages, TestingPlans.columns(types)),
            memory,
            sink,
            ExecutionSettings.startingAt(0).withGraceNanos(0));
    long now = 0;
    for (Given row : rows) {
      way.add(row);
      now = row.ts();
      if (random.nextInt(10) == 0) {
        Progress _ = execution.poll(now);
      }
    }
    execution.finish(now);
    assertThat(execution.loss(0).nothingLost()).isTrue();
    return sink.rows();
  }
}
