// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import static dev.surefoot.agent.exec.TestingPlans.number;
import static dev.surefoot.agent.exec.TestingPlans.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage.SortKey;
import dev.surefoot.catalog.bundle.UserStage.SortRows;
import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SortOperatorTest {
  private static final List<ValueType> TYPES =
      List.of(ValueType.INT64, ValueType.INT64, ValueType.INT64, ValueType.TEXT);

  /** NULL for process 0. */
  private static final Expression RATIO =
      new Expression.Arithmetic(ArithmeticOp.DIVIDE, number(2), number(1));

  private static Comparator<List<Object>> wanted() {
    Comparator<List<Object>> byText = Comparator.comparing(row -> (String) row.get(3));
    Comparator<List<Object>> byRatio =
        Comparator.comparing(
            SortOperatorTest::ratio, Comparator.nullsLast(Comparator.reverseOrder()));
    return byText
        .reversed()
        .thenComparing(byRatio)
        .thenComparing(row -> (Long) row.get(0))
        .thenComparing(row -> (Long) row.get(1))
        .thenComparing(row -> (Long) row.get(2));
  }

  private static Long ratio(List<Object> row) {
    long divisor = (Long) row.get(1);
    return divisor == 0 ? null : (Long) ((Long) row.get(2) / divisor);
  }

  private static UserPlan plan(long limit) {
    return TestingPlans.plan(
        TYPES,
        TestingPlans.readEvents(),
        new SortRows(List.of(new SortKey(text(3), true), new SortKey(RATIO, true)), limit));
  }

  private static List<List<Object>> run(
      List<List<Object>> rows, long limit, ExecutionSettings settings) {
    TestingKernelMemory memory = new TestingKernelMemory(1);
    TestingSink sink = new TestingSink();
    PlanExecution execution = new PlanExecution(plan(limit), memory, sink, settings);
    for (int i = 0; i < rows.size(); i++) {
      List<Object> row = rows.get(i);
      memory
          .ring()
          .add(
              TestingRecord.of(TestingPlans.EVENT)
                  .set("stream", 3)
                  .set("sequence", i)
                  .setAny("ts", row.get(0))
                  .setAny("pid", row.get(1))
                  .setAny("ret", row.get(2))
                  .setAny("comm", row.get(3))
                  .data());
    }
    execution.finish(1);
    long lost = execution.loss(0).count(LossStage.MEMORY_FULL);
    assertThat(lost).isEqualTo(Math.max(0, rows.size() - (long) settings.maxSortedRows()));
    return sink.rows();
  }

  @Property(tries = 60)
  void firstRowsInOrderWhateverTheOrderInWhichTheyCame(@ForAll long seed) {
    Random random = new Random(seed);
    List<List<Object>> rows = new ArrayList<>();
    int count = random.nextInt(5000);
    for (int i = 0; i < count; i++) {
      rows.add(
          List.of(
              (long) random.nextInt(50),
              (long) random.nextInt(3),
              random.nextLong(-20, 20),
              "c" + random.nextInt(5)));
    }
    long limit = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(1500);
    List<List<Object>> sorted = rows.stream().sorted(wanted()).limit(limit).toList();

    ExecutionSettings settings = ExecutionSettings.startingAt(0);
    assertThat(run(rows, limit, settings)).isEqualTo(sorted);
    Collections.shuffle(rows, random);
    assertThat(run(rows, limit, settings)).isEqualTo(sorted);
  }

  @Test
  void rowsBeyondTheMemoryAreLoss() {
    List<List<Object>> rows = new ArrayList<>();
    for (long i = 0; i < 20; i++) {
      rows.add(List.of(i, 1L, i, "c"));
    }
    ExecutionSettings settings = ExecutionSettings.startingAt(0);
    ExecutionSettings bounded = settings.withMemory(settings.memory(), 15);
    assertThat(run(rows, Long.MAX_VALUE, bounded)).hasSize(15);
  }
}
