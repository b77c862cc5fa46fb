// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.ValueType;
import java.util.ArrayList;
import java.util.List;

/** The aggregates of a group, their states one behind the other. */
public final class AggregateSet {
  private final Accumulator[] accumulators;
  private final int[] offsets;
  private int words;
  private int distincts;

  /** Accumulators for these calls. */
  public AggregateSet(List<AggregateCall> calls) {
    List<Accumulator> made = new ArrayList<>();
    offsets = new int[calls.size()];
    for (AggregateCall call : calls) {
      Accumulator accumulator = accumulator(call);
      offsets[made.size()] = words;
      words += accumulator.words();
      made.add(accumulator);
    }
    accumulators = made.toArray(Accumulator[]::new);
  }

  private Accumulator accumulator(AggregateCall call) {
    boolean text = call.argument().map(a -> a.type() == ValueType.TEXT).orElse(false);
    Accumulator plain =
        switch (call.function()) {
          case COUNT -> new CountAccumulator();
          case SUM -> new NumberAccumulator(NumberAccumulator.Merge.SUM);
          case MIN ->
              text
                  ? new TextAccumulator(false)
                  : new NumberAccumulator(NumberAccumulator.Merge.MIN);
          case MAX ->
              text ? new TextAccumulator(true) : new NumberAccumulator(NumberAccumulator.Merge.MAX);
          case AVG -> new AverageAccumulator();
          case STDDEV_POP -> new VarianceAccumulator(false, true);
          case STDDEV_SAMP -> new VarianceAccumulator(true, true);
          case VAR_POP -> new VarianceAccumulator(false, false);
          case VAR_SAMP -> new VarianceAccumulator(true, false);
        };
    return switch (call.function()) {
      // The least of the different values is the least of all.
      case MIN, MAX -> plain;
      case COUNT, SUM, AVG, STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP ->
          call.distinct() ? new DistinctAccumulator(plain, distincts++) : plain;
    };
  }

  /** Words of state of all aggregates. */
  public int words() {
    return words;
  }

  /** How many aggregates are DISTINCT. */
  public int distincts() {
    return distincts;
  }

  /**
   * Takes a row in.
   *
   * @param arguments a row with one column for each aggregate: its argument
   * @return false where some aggregate had no memory for it
   */
  public boolean add(WindowGroups groups, int group, Row arguments) {
    int at = groups.table().stateAt(group);
    boolean kept = true;
    for (int i = 0; i < accumulators.length; i++) {
      kept &= accumulators[i].add(groups, group, at + offsets[i], arguments, i);
    }
    return kept;
  }

  /** Sets the columns from {@code firstColumn} on to the aggregates' values. */
  public void finish(WindowGroups groups, int group, Row out, int firstColumn) {
    int at = groups.table().stateAt(group);
    for (int i = 0; i < accumulators.length; i++) {
      accumulators[i].finish(groups, at + offsets[i], out, firstColumn + i);
    }
  }
}
