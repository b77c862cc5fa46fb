// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import dev.surefoot.agent.exec.value.Row;

/** AVG: the count, then the sum in 128 bits, low word first. */
record AverageAccumulator() implements Accumulator {
  @Override
  public int words() {
    return 3;
  }

  @Override
  public boolean add(WindowGroups groups, int group, int at, Row arguments, int column) {
    if (!arguments.isNull(column)) {
      long[] words = groups.table().words();
      words[at]++;
      WideSum.add(words, at + 1, arguments.number(column));
    }
    return true;
  }

  @Override
  public void finish(WindowGroups groups, int at, Row out, int column) {
    long[] words = groups.table().words();
    long count = words[at];
    if (count == 0) {
      out.setNull(column);
    } else {
      out.setReal(column, ExactQuotient.of(words[at + 2], words[at + 1], count));
    }
  }
}
