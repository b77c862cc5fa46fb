// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.exec.value.TextValue;
import dev.surefoot.catalog.expression.ValueType;
import java.util.List;

/**
 * A group's key in words: one for each column, then one with a bit for each NULL. NULLs are one
 * group; so are 0.0 and -0.0, and all NaNs.
 */
public final class GroupKey {
  private static final int MAX_COLUMNS = 64;

  private final ValueType[] types;
  private final long[] words;
  private final TextValue[] texts;

  /** A key of columns of these types. */
  public GroupKey(List<ValueType> types) {
    if (types.size() > MAX_COLUMNS) {
      throw new IllegalArgumentException(
          "a group key of " + types.size() + " columns; at most " + MAX_COLUMNS);
    }
    this.types = types.toArray(ValueType[]::new);
    words = new long[words(types.size())];
    texts = new TextValue[types.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = new TextValue(0);
    }
  }

  /** Words of a key of so many columns. */
  public static int words(int columns) {
    return columns == 0 ? 0 : columns + 1;
  }

  /**
   * Finds or makes the group of a row whose first columns are the key.
   *
   * @return -1 where there is no memory for it
   */
  public int find(WindowGroups groups, Row keys) {
    long nulls = 0;
    for (int i = 0; i < types.length; i++) {
      if (keys.isNull(i)) {
        nulls |= 1L << i;
        words[i] = 0;
      } else {
        words[i] = word(groups, keys, i);
        if (words[i] < 0 && types[i] == ValueType.TEXT) {
          return -1;
        }
      }
    }
    if (types.length > 0) {
      words[types.length] = nulls;
    }
    return groups.table().find(words);
  }

  private long word(WindowGroups groups, Row keys, int column) {
    return switch (types[column]) {
      case INT64, BOOLEAN -> keys.number(column);
      // Adding 0.0 makes 0.0 of -0.0; doubleToLongBits makes all NaNs one.
      case DOUBLE -> Double.doubleToLongBits(keys.real(column) + 0.0);
      case TEXT -> groups.texts().number(keys.text(column));
    };
  }

  /** Sets the columns of {@code out} from {@code firstColumn} on to a group's key. */
  public void restore(WindowGroups groups, int group, Row out, int firstColumn) {
    long[] stored = groups.table().words();
    int at = groups.table().keyAt(group);
    for (int i = 0; i < types.length; i++) {
      int column = firstColumn + i;
      if ((stored[at + types.length] >>> i & 1) != 0) {
        out.setNull(column);
      } else if (types[i] == ValueType.TEXT) {
        groups.texts().get((int) stored[at + i], texts[i]);
        out.setText(column, texts[i]);
      } else {
        out.setNumber(column, stored[at + i]);
      }
    }
  }
}
