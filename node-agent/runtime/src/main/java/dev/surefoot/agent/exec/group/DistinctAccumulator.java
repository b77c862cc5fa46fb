// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.catalog.expression.ValueType;

/** Gives each different value of a group once to another aggregate. */
record DistinctAccumulator(Accumulator inner, int distinct) implements Accumulator {
  @Override
  public int words() {
    return inner.words();
  }

  @Override
  public boolean add(WindowGroups groups, int group, int at, Row arguments, int column) {
    if (arguments.isNull(column)) {
      return true;
    }
    long value = arguments.number(column);
    if (arguments.type(column) == ValueType.TEXT) {
      value = groups.texts().number(arguments.text(column));
      if (value < 0) {
        return false;
      }
    }
    int isNew = groups.addDistinct(distinct, group, value);
    return isNew == 1 ? inner.add(groups, group, at, arguments, column) : isNew == 0;
  }

  @Override
  public void finish(WindowGroups groups, int at, Row out, int column) {
    inner.finish(groups, at, out, column);
  }
}
