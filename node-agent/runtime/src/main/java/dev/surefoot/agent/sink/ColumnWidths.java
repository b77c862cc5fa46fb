// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import dev.surefoot.catalog.expression.ValueType;
import java.util.List;

/** How wide each column of a table is: as its widest value so far, but so that a line fits. */
final class ColumnWidths {
  /** Spaces between two columns. */
  static final int GAP = 2;

  private static final int NARROWEST_TEXT = 8;

  private final List<ValueType> types;
  private final int lineWidth;
  private final int[] natural;
  private final int[] shown;

  ColumnWidths(List<ValueType> types, int lineWidth) {
    this.types = types;
    this.lineWidth = lineWidth;
    natural = new int[types.size()];
    shown = new int[types.size()];
  }

  /** A value of this width occurs. */
  void see(int column, int width) {
    natural[column] = Math.max(natural[column], width);
  }

  /** Shares the line out: where it is too short the widest text gives way first. */
  void fit() {
    int total = GAP * Math.max(0, natural.length - 1);
    for (int i = 0; i < natural.length; i++) {
      shown[i] = natural[i];
      total += natural[i];
    }
    while (total > lineWidth) {
      int widest = widestText();
      if (widest < 0) {
        return;
      }
      shown[widest]--;
      total--;
    }
  }

  private int widestText() {
    int widest = -1;
    for (int i = 0; i < shown.length; i++) {
      boolean canShrink = types.get(i) == ValueType.TEXT && shown[i] > NARROWEST_TEXT;
      if (canShrink && (widest < 0 || shown[i] > shown[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  /** Width of a column. */
  int of(int column) {
    return shown[column];
  }
}
