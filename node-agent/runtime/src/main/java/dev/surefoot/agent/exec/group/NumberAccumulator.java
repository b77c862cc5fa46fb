// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import dev.surefoot.agent.exec.value.Row;

/** SUM, MIN or MAX of INT64: whether there was a value, then the value. */
record NumberAccumulator(Merge merge) implements Accumulator {
  /** How two values become one. */
  enum Merge {
    SUM,
    MIN,
    MAX;

    long apply(long left, long right) {
      return switch (this) {
        case SUM -> left + right;
        case MIN -> Math.min(left, right);
        case MAX -> Math.max(left, right);
      };
    }
  }

  @Override
  public int words() {
    return 2;
  }

  @Override
  public boolean add(WindowGroups groups, int group, int at, Row arguments, int column) {
    if (!arguments.isNull(column)) {
      add(groups.table().words(), at, arguments.number(column));
    }
    return true;
  }

  void add(long[] words, int at, long value) {
    if (words[at] == 0) {
      words[at] = 1;
      words[at + 1] = value;
    } else {
      words[at + 1] = merge.apply(words[at + 1], value);
    }
  }

  @Override
  public void finish(WindowGroups groups, int at, Row out, int column) {
    long[] words = groups.table().words();
    if (words[at] == 0) {
      out.setNull(column);
    } else {
      out.setNumber(column, words[at + 1]);
    }
  }
}
