// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

import dev.surefoot.catalog.bundle.UserStage.FinishedAggregate;
import dev.surefoot.catalog.elf.RandomObjects;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.expression.ScalarFunction;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import dev.surefoot.catalog.profile.Feature;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Random bundles in which every kind of stream, stage and expression comes up. */
final class RandomBundles {
  private static final RecordLayout LAYOUT =
      RecordLayout.named("row")
          .add("stream", FieldType.U32)
          .add("comm", new FieldType.Text(16))
          .add("latency", FieldType.I64)
          .build();

  private final Random random;

  private RandomBundles(long seed) {
    random = new Random(seed);
  }

  static Bundle of(long seed) {
    RandomBundles bundles = new RandomBundles(seed);
    return new Bundle("bundle-" + seed, bundles.some(1, bundles::rung));
  }

  private Rung rung() {
    return new Rung(
        "rung " + random.nextInt(),
        RandomObjects.of(random.nextLong()),
        new UserPlan(
            some(0, this::stream),
            some(0, this::stage),
            some(0, () -> new UserPlan.OutputColumn("c" + random.nextInt(), valueType()))),
        features(),
        random.nextDouble());
  }

  private Set<Feature> features() {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    features.addAll(some(0, () -> pick(Feature.values())));
    return features;
  }

  private KernelStream stream() {
    int id = random.nextInt();
    return switch (random.nextInt(3)) {
      case 0 -> new KernelStream.Events(id, LAYOUT);
      case 1 -> new KernelStream.Batches(id, LAYOUT, 256, "batches");
      default ->
          new KernelStream.Partials(
              id,
              LAYOUT,
              List.of(LAYOUT.field("comm")),
              List.of(
                  new KernelStream.State(
                      new Field("sum", FieldType.U64, 24),
                      pick(KernelStream.State.Merge.values()))),
              maybe(() -> new KernelStream.Slots("slots", 512, 48)),
              maybe(() -> new KernelStream.Hash("groups", 16, 32)));
    };
  }

  private UserStage stage() {
    return switch (random.nextInt(8)) {
      case 0 -> new UserStage.ReadRows(1, List.of("comm", "latency"));
      case 1 ->
          new UserStage.MatchSpans(
              1, 2, List.of(3), "tid", List.of(new UserStage.SpanColumn(true, "enter_ts")));
      case 2 -> new UserStage.FilterRows(expression(3));
      case 3 -> new UserStage.ProjectRows(some(1, this::named));
      case 4 ->
          new UserStage.AggregateRows(
              random.nextLong(), 2, some(0, this::named), some(0, this::aggregate));
      case 5 ->
          new UserStage.MergePartials(
              3,
              1_000_000_000,
              List.of("comm"),
              List.of(new FinishedAggregate(aggregate(), List.of(0, 1))));
      case 6 ->
          new UserStage.SortRows(
              List.of(new UserStage.SortKey(expression(2), random.nextBoolean())), Long.MAX_VALUE);
      default -> new UserStage.LimitRows(random.nextLong());
    };
  }

  private NamedExpression named() {
    return new NamedExpression("n" + random.nextInt(9), expression(3));
  }

  private AggregateCall aggregate() {
    return new AggregateCall(
        pick(AggregateFunction.values()),
        maybe(() -> expression(2)),
        random.nextBoolean(),
        "aggregate");
  }

  private Expression expression(int depth) {
    if (depth == 0) {
      return leaf();
    }
    Supplier<Expression> operand = () -> expression(depth - 1);
    return switch (random.nextInt(11)) {
      case 0 ->
          new Expression.Arithmetic(pick(ArithmeticOp.values()), operand.get(), operand.get());
      case 1 ->
          new Expression.Comparison(pick(ComparisonOp.values()), operand.get(), operand.get());
      case 2 -> new Expression.Negate(operand.get());
      case 3 -> new Expression.And(some(0, operand));
      case 4 -> new Expression.Or(some(0, operand));
      case 5 -> new Expression.Not(operand.get());
      case 6 -> new Expression.IsNull(operand.get());
      case 7 -> new Expression.Like(operand.get(), "%a_");
      case 8 ->
          new Expression.Case(
              some(0, () -> new Expression.Case.Branch(operand.get(), operand.get())),
              operand.get());
      case 9 -> new Expression.Cast(operand.get(), valueType());
      default -> new Expression.Call(pick(ScalarFunction.values()), some(0, operand), valueType());
    };
  }

  private Expression leaf() {
    return switch (random.nextInt(6)) {
      case 0 -> new Expression.Column(random.nextInt(9), "column", valueType());
      case 1 -> new Expression.IntLiteral(random.nextLong());
      case 2 -> new Expression.DoubleLiteral(pick(0.1, -0.0, Double.NaN, Double.MIN_VALUE, 1e300));
      case 3 -> new Expression.TextLiteral(pick("", "ä\n\"\0", "x".repeat(300)));
      case 4 -> new Expression.BooleanLiteral(random.nextBoolean());
      default -> new Expression.NullLiteral(valueType());
    };
  }

  private ValueType valueType() {
    return pick(ValueType.values());
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> some(int atLeast, Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int i = atLeast + random.nextInt(4); i > 0; i--) {
      list.add(element.get());
    }
    return list;
  }
}
