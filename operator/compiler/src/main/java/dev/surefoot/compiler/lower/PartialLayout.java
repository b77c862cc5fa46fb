// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.KernelStream.State;
import dev.surefoot.catalog.bundle.UserStage.FinishedAggregate;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.split.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a partial aggregate lies in memory: the window's end, the key, the states of the aggregates.
 *
 * @param inputs what each state takes from a row; empty where it counts rows
 * @param finished how the aggregates come from the states
 */
record PartialLayout(
    RecordLayout record,
    List<Field> keys,
    List<State> states,
    List<Optional<Expression>> inputs,
    List<FinishedAggregate> finished) {
  static final String WINDOW_END = "window_end";

  /** Where the window's end and the key end and the states begin. */
  int keyBytes() {
    return states.isEmpty() ? record.bytes() : states.getFirst().field().offset();
  }

  static PartialLayout of(Table table, Pipeline.Body.Groups groups) {
    RecordLayout.Builder builder = RecordLayout.named("partial").add(WINDOW_END, FieldType.U64);
    for (int i = 0; i < groups.keys().size(); i++) {
      builder.add("key" + i, keyType(table, groups.keys().get(i)));
    }
    List<State.Merge> merges = new ArrayList<>();
    List<Optional<Expression>> inputs = new ArrayList<>();
    List<FinishedAggregate> finished = new ArrayList<>();
    for (AggregateCall call : groups.aggregates()) {
      List<Integer> places = new ArrayList<>();
      for (State.Merge merge : partsOf(call)) {
        Optional<Expression> input =
            places.isEmpty() && !counts(call) ? call.argument() : Optional.empty();
        places.add(placeOf(merges, inputs, merge, input));
      }
      finished.add(new FinishedAggregate(call, places));
    }
    for (int i = 0; i < merges.size(); i++) {
      builder.add("state" + i, FieldType.I64);
    }
    RecordLayout record = builder.build();
    List<State> states = new ArrayList<>();
    for (int i = 0; i < merges.size(); i++) {
      states.add(new State(record.field("state" + i), merges.get(i)));
    }
    List<Field> keys = record.fields().subList(1, 1 + groups.keys().size());
    return new PartialLayout(record, keys, states, inputs, finished);
  }

  private static boolean counts(AggregateCall call) {
    return call.function() == AggregateFunction.COUNT;
  }

  private static List<State.Merge> partsOf(AggregateCall call) {
    return switch (call.function()) {
      case COUNT, SUM -> List.of(State.Merge.SUM);
      case MIN -> List.of(State.Merge.MIN);
      case MAX -> List.of(State.Merge.MAX);
      case AVG -> List.of(State.Merge.SUM, State.Merge.SUM);
      case STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP ->
          throw new IllegalArgumentException("not for the kernel: " + call);
    };
  }

  /** Aggregates share equal states, as AVG(x), SUM(x) and COUNT(*) do. */
  private static int placeOf(
      List<State.Merge> merges,
      List<Optional<Expression>> inputs,
      State.Merge merge,
      Optional<Expression> input) {
    for (int i = 0; i < merges.size(); i++) {
      if (merges.get(i) == merge && inputs.get(i).equals(input)) {
        return i;
      }
    }
    merges.add(merge);
    inputs.add(input);
    return merges.size() - 1;
  }

  private static FieldType keyType(Table table, NamedExpression key) {
    return key.expression() instanceof Expression.Column(int index, _, _)
        ? table.columns().get(index).type()
        : FieldType.I64;
  }
}
