// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import dev.surefoot.agent.exec.value.Row;

/** COUNT(x); COUNT(*) is the count of an argument that is never NULL. */
record CountAccumulator() implements Accumulator {
  @Override
  public int words() {
    return 1;
  }

  @Override
  public boolean add(WindowGroups groups, int group, int at, Row arguments, int column) {
    if (!arguments.isNull(column)) {
      groups.table().words()[at]++;
    }
    return true;
  }

  @Override
  public void finish(WindowGroups groups, int at, Row out, int column) {
    out.setNumber(column, groups.table().words()[at]);
  }
}
