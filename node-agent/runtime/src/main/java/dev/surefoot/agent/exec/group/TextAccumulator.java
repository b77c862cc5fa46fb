// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.exec.value.TextValue;

/** MIN or MAX of TEXT: the number of the best text plus one, or 0. */
final class TextAccumulator implements Accumulator {
  private final boolean largest;
  private final TextValue result = new TextValue(16);

  TextAccumulator(boolean largest) {
    this.largest = largest;
  }

  @Override
  public int words() {
    return 1;
  }

  @Override
  public boolean add(WindowGroups groups, int group, int at, Row arguments, int column) {
    if (arguments.isNull(column)) {
      return true;
    }
    TextValue text = arguments.text(column);
    long[] words = groups.table().words();
    if (words[at] != 0) {
      int order = groups.texts().compare((int) words[at] - 1, text);
      if (largest ? order >= 0 : order <= 0) {
        return true;
      }
    }
    int number = groups.texts().number(text);
    if (number < 0) {
      return false;
    }
    words[at] = number + 1L;
    return true;
  }

  @Override
  public void finish(WindowGroups groups, int at, Row out, int column) {
    long best = groups.table().words()[at];
    if (best == 0) {
      out.setNull(column);
    } else {
      groups.texts().get((int) best - 1, result);
      out.setText(column, result);
    }
  }
}
