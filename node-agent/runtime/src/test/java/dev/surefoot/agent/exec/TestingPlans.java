// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Streams, expressions and plans that tests share. */
public final class TestingPlans {
  /** One event: time, process, command. */
  public static final RecordLayout EVENT =
      RecordLayout.named("event")
          .add("stream", FieldType.U32)
          .add("sequence", FieldType.U64)
          .add("cpu", FieldType.U32)
          .add("ts", FieldType.U64)
          .add("pid", FieldType.U32)
          .add("ret", FieldType.I64)
          .add("comm", new FieldType.Text(16))
          .build();

  /** The stream of {@link #EVENT}s. */
  public static final KernelStream.Events EVENTS = new KernelStream.Events(3, EVENT);

  private TestingPlans() {}

  /** Reads ts, pid, ret and comm as columns 0 to 3. */
  public static UserStage readEvents() {
    return new UserStage.ReadRows(3, List.of("ts", "pid", "ret", "comm"));
  }

  /** A plan over {@link #EVENTS}. */
  public static UserPlan plan(List<ValueType> output, UserStage... stages) {
    return new UserPlan(List.of(EVENTS), Arrays.asList(stages), columns(output));
  }

  /** Output columns c0, c1, ... of these types. */
  public static List<OutputColumn> columns(List<ValueType> types) {
    return IntStream.range(0, types.size())
        .mapToObj(i -> new OutputColumn("c" + i, types.get(i)))
        .toList();
  }

  /** An INT64 column. */
  public static Expression.Column number(int index) {
    return new Expression.Column(index, "c" + index, ValueType.INT64);
  }

  /** A TEXT column. */
  public static Expression.Column text(int index) {
    return new Expression.Column(index, "c" + index, ValueType.TEXT);
  }

  /** A constant. */
  public static Expression literal(long value) {
    return new Expression.IntLiteral(value);
  }

  /** An expression with a name that is of no meaning. */
  public static NamedExpression named(Expression expression) {
    return new NamedExpression("n", expression);
  }

  /** COUNT(*). */
  public static AggregateCall countStar() {
    return new AggregateCall(AggregateFunction.COUNT, Optional.empty(), false, "count");
  }

  /** An aggregate of an expression. */
  public static AggregateCall call(AggregateFunction function, Expression argument) {
    return new AggregateCall(function, Optional.of(argument), false, function.name());
  }

  /** An aggregate of the different values of an expression. */
  public static AggregateCall distinct(AggregateFunction function, Expression argument) {
    return new AggregateCall(function, Optional.of(argument), true, function.name());
  }
}
