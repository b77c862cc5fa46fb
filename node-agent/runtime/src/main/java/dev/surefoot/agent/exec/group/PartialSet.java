// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.catalog.bundle.KernelStream.State;
import dev.surefoot.catalog.bundle.UserStage.FinishedAggregate;
import java.util.List;

/**
 * The states of partial aggregates: one word each, behind a word that says whether there is any.
 */
public final class PartialSet {
  private final NumberAccumulator.Merge[] merges;
  private final List<FinishedAggregate> aggregates;

  /** States and what is made of them at last. */
  public PartialSet(List<State> states, List<FinishedAggregate> aggregates) {
    merges =
        states.stream()
            .map(state -> NumberAccumulator.Merge.valueOf(state.merge().name()))
            .toArray(NumberAccumulator.Merge[]::new);
    this.aggregates = aggregates;
    aggregates.forEach(PartialSet::checkStates);
  }

  private static void checkStates(FinishedAggregate aggregate) {
    int states = aggregate.states().size();
    boolean right =
        switch (aggregate.call().function()) {
          case COUNT, SUM, MIN, MAX -> states == 1;
          case AVG -> states == 2 || states == 3;
          case STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP ->
              throw new IllegalArgumentException(
                  aggregate.call().function() + " is not made of partial aggregates");
        };
    if (!right) {
      throw new IllegalArgumentException(aggregate.call().function() + " of " + states + " states");
    }
  }

  /** Words of state of all. */
  public int words() {
    return 1 + merges.length;
  }

  /** Merges a partial's states into a group. */
  public void merge(WindowGroups groups, int group, long[] states) {
    long[] words = groups.table().words();
    int at = groups.table().stateAt(group);
    if (words[at] == 0) {
      words[at] = 1;
      System.arraycopy(states, 0, words, at + 1, merges.length);
      return;
    }
    for (int i = 0; i < merges.length; i++) {
      words[at + 1 + i] = merges[i].apply(words[at + 1 + i], states[i]);
    }
  }

  /** Sets the columns from {@code firstColumn} on to the aggregates' values. */
  public void finish(WindowGroups groups, int group, Row out, int firstColumn) {
    long[] words = groups.table().words();
    int at = groups.table().stateAt(group) + 1;
    for (int i = 0; i < aggregates.size(); i++) {
      List<Integer> states = aggregates.get(i).states();
      long value = words[at + states.getFirst()];
      if (states.size() == 1) {
        out.setNumber(firstColumn + i, value);
      } else {
        long high =
            states.size() == 2 ? value >> 63 : WideSum.highWord(value, words[at + states.get(2)]);
        finishAverage(high, value, words[at + states.get(1)], out, firstColumn + i);
      }
    }
  }

  private static void finishAverage(long high, long low, long count, Row out, int column) {
    if (count == 0) {
      out.setNull(column);
    } else {
      out.setReal(column, ExactQuotient.of(high, low, count));
    }
  }
}
