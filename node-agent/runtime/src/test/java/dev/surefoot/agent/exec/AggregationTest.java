// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import static dev.surefoot.agent.exec.TestingPlans.call;
import static dev.surefoot.agent.exec.TestingPlans.countStar;
import static dev.surefoot.agent.exec.TestingPlans.distinct;
import static dev.surefoot.agent.exec.TestingPlans.literal;
import static dev.surefoot.agent.exec.TestingPlans.named;
import static dev.surefoot.agent.exec.TestingPlans.number;
import static dev.surefoot.agent.exec.TestingPlans.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage.AggregateRows;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** All aggregates over random rows, against lists of boxed values. */
class AggregationTest {
  private static final long WINDOW = 100;

  /** NULL where the process's number is 0. */
  private static final Expression VALUE =
      new Expression.Arithmetic(
          ArithmeticOp.ADD,
          number(2),
          new Expression.Arithmetic(ArithmeticOp.MODULO, literal(1), number(1)));

  private static final Expression NULLABLE_TEXT =
      new Expression.Case(
          List.of(
              new Expression.Case.Branch(
                  new Expression.IsNull(VALUE), new Expression.NullLiteral(ValueType.TEXT))),
          text(3));

  private static final List<AggregateCall> CALLS =
      List.of(
          countStar(),
          call(AggregateFunction.COUNT, VALUE),
          call(AggregateFunction.SUM, VALUE),
          call(AggregateFunction.MIN, VALUE),
          call(AggregateFunction.MAX, VALUE),
          call(AggregateFunction.AVG, VALUE),
          call(AggregateFunction.VAR_POP, VALUE),
          call(AggregateFunction.VAR_SAMP, VALUE),
          call(AggregateFunction.STDDEV_POP, VALUE),
          call(AggregateFunction.STDDEV_SAMP, VALUE),
          distinct(AggregateFunction.COUNT, VALUE),
          distinct(AggregateFunction.SUM, VALUE),
          call(AggregateFunction.COUNT, NULLABLE_TEXT),
          call(AggregateFunction.MIN, NULLABLE_TEXT),
          call(AggregateFunction.MAX, NULLABLE_TEXT),
          distinct(AggregateFunction.COUNT, NULLABLE_TEXT));

  /** A row as the test knows it. */
  private record Given(long ts, long pid, long ret, String comm) {
    Long value() {
      return pid == 0 ? null : (Long) (ret + 1 % pid);
    }
  }

  private static UserPlan plan() {
    List<ValueType> types =
        new ArrayList<>(List.of(ValueType.INT64, ValueType.INT64, ValueType.INT64, ValueType.TEXT));
    CALLS.forEach(call -> types.add(call.type()));
    return TestingPlans.plan(
        types,
        TestingPlans.readEvents(),
        new AggregateRows(
            WINDOW,
            0,
            List.of(
                named(new Expression.Arithmetic(ArithmeticOp.MODULO, number(1), literal(3))),
                named(NULLABLE_TEXT)),
            CALLS));
  }

  @Property(tries = 100)
  void everyAggregateIsExact(@ForAll long seed) {
    Random random = new Random(seed);
    TestingKernelMemory memory = new TestingKernelMemory(1);
    TestingSink sink = new TestingSink();
    PlanExecution execution =
        new PlanExecution(plan(), memory, sink, ExecutionSettings.startingAt(0));
    List<Given> rows = new ArrayList<>();
    for (int i = 0; i < random.nextInt(200); i++) {
      long ret = random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(5) - 2;
      rows.add(new Given(random.nextInt(300), random.nextInt(5), ret, "c" + random.nextInt(4)));
    }
    for (int i = 0; i < rows.size(); i++) {
      memory.ring().add(record(i, rows.get(i)));
    }
    execution.finish(300);

    assertThat(sink.rows()).containsExactlyInAnyOrderElementsOf(expected(rows));
  }

  private static ByteBuffer record(int sequence, Given row) {
    return TestingRecord.of(TestingPlans.EVENT)
        .set("stream", 3)
        .set("sequence", sequence)
        .set("ts", row.ts())
        .set("pid", row.pid())
        .set("ret", row.ret())
        .set("comm", row.comm())
        .data();
  }

  private static List<List<Object>> expected(List<Given> rows) {
    Map<List<Object>, List<Given>> groups = new HashMap<>();
    for (Given row : rows) {
      long start = row.ts() / WINDOW * WINDOW;
      List<Object> key =
          Arrays.asList(
              start, start + WINDOW, row.pid() % 3, row.value() == null ? null : row.comm());
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
    }
    List<List<Object>> expected = new ArrayList<>();
    groups.forEach(
        (key, group) -> {
          List<Object> row = new ArrayList<>(key);
          row.add((long) group.size());
          row.addAll(numbers(group.stream().map(Given::value).filter(Objects::nonNull).toList()));
          row.addAll(
              texts(group.stream().filter(g -> g.value() != null).map(Given::comm).toList()));
          expected.add(row);
        });
    return expected;
  }

  private static List<Object> numbers(List<Long> values) {
    boolean none = values.isEmpty();
    Double population = none ? null : variance(values, values.size());
    Double sample = values.size() < 2 ? null : variance(values, values.size() - 1);
    return Arrays.asList(
        (long) values.size(),
        none ? null : values.stream().mapToLong(v -> v).sum(),
        none ? null : values.stream().mapToLong(v -> v).min().getAsLong(),
        none ? null : values.stream().mapToLong(v -> v).max().getAsLong(),
        none
            ? null
            : exactSum(values, 1).divide(size(values), MathContext.DECIMAL128).doubleValue(),
        population,
        sample,
        population == null ? null : Math.sqrt(population),
        sample == null ? null : Math.sqrt(sample),
        values.stream().distinct().count(),
        none ? null : values.stream().distinct().mapToLong(v -> v).sum());
  }

  private static BigDecimal size(List<Long> values) {
    return BigDecimal.valueOf(values.size());
  }

  private static BigDecimal exactSum(List<Long> values, int power) {
    return values.stream()
        .map(value -> BigDecimal.valueOf(value).pow(power))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static double variance(List<Long> values, long divisor) {
    BigDecimal sum = exactSum(values, 1);
    BigDecimal numerator = size(values).multiply(exactSum(values, 2)).subtract(sum.multiply(sum));
    return numerator
        .divide(size(values).multiply(BigDecimal.valueOf(divisor)), new MathContext(100))
        .doubleValue();
  }

  private static List<Object> texts(List<String> values) {
    return Arrays.asList(
        (long) values.size(),
        values.stream().min(String::compareTo).orElse(null),
        values.stream().max(String::compareTo).orElse(null),
        values.stream().distinct().count());
  }
}
