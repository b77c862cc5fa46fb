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

/**
 * How a partial aggregate lies in memory: the window's end, the key, the states of the aggregates.
 *
 * @param inputs what each state takes from a row
 * @param finished how the aggregates come from the states
 */
record PartialLayout(
    RecordLayout record,
    List<Field> keys,
    List<State> states,
    List<StateInput> inputs,
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
    List<StateInput> inputs = new ArrayList<>();
    List<FinishedAggregate> finished = new ArrayList<>();
    for (AggregateCall call : groups.aggregates()) {
      List<Integer> places = new ArrayList<>();
      for (StateInput input : inputsOf(table, call)) {
        places.add(placeOf(merges, inputs, mergeOf(call), input));
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

  private static State.Merge mergeOf(AggregateCall call) {
    return switch (call.function()) {
      case COUNT, SUM, AVG -> State.Merge.SUM;
      case MIN -> State.Merge.MIN;
      case MAX -> State.Merge.MAX;
      case STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP ->
          throw new IllegalArgumentException("not for the kernel: " + call);
    };
  }

  /** One for each of the aggregate's states, in the order of {@link FinishedAggregate}. */
  private static List<StateInput> inputsOf(Table table, AggregateCall call) {
    StateInput one = new StateInput.One();
    if (call.function() == AggregateFunction.COUNT) {
      return List.of(one);
    }
    Expression argument = call.argument().orElseThrow();
    StateInput whole = new StateInput.Whole(argument);
    if (call.function() != AggregateFunction.AVG) {
      return List.of(whole);
    }
    return isNarrow(table, argument)
        ? List.of(whole, one)
        : List.of(whole, one, new StateInput.UpperHalf(argument));
  }

  /** Whether sums stay within 64 bits, be there 2^31 rows. */
  private static boolean isNarrow(Table table, Expression argument) {
    return argument instanceof Expression.Column(int index, _, _)
        && table.columns().get(index).type().bytes() <= Integer.BYTES;
  }

  /** Aggregates share equal states, as AVG(x), SUM(x) and COUNT(*) do. */
  private static int placeOf(
      List<State.Merge> merges, List<StateInput> inputs, State.Merge merge, StateInput input) {
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
