// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.sink.RowBatch;
import java.util.Arrays;

/**
 * Order of stored rows: by the given columns, then by all others, so that it never depends on the
 * order in which the rows came. NULLs come last.
 */
final class RowOrder {
  private final int[] columns;
  private final boolean[] descending;
  private int[] order = new int[64];
  private int[] merged = new int[64];

  RowOrder(int[] columns, boolean[] descending) {
    this.columns = columns;
    this.descending = descending;
  }

  /** Indexes of the batch's rows in order; the array is used again. */
  int[] sorted(RowBatch rows) {
    int size = rows.size();
    if (order.length < size) {
      order = new int[Math.max(size, 2 * order.length)];
      merged = new int[order.length];
    }
    Arrays.setAll(order, i -> i);
    for (long width = 1; width < size; width *= 2) {
      for (long from = 0; from < size; from += 2 * width) {
        merge(
            rows,
            (int) from,
            (int) Math.min(from + width, size),
            (int) Math.min(from + 2 * width, size));
      }
      int[] sorted = merged;
      merged = order;
      order = sorted;
    }
    return order;
  }

  private void merge(RowBatch rows, int from, int middle, int to) {
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      boolean takeLeft =
          left < middle && (right >= to || compare(rows, order[left], order[right]) <= 0);
      merged[at] = takeLeft ? order[left++] : order[right++];
    }
  }

  int compare(RowBatch rows, int left, int right) {
    for (int i = 0; i < columns.length; i++) {
      int order = compare(rows, columns[i], left, right, descending[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(RowBatch rows, int column, int left, int right, boolean descending) {
    boolean leftNull = rows.isNull(column, left);
    boolean rightNull = rows.isNull(column, right);
    if (leftNull || rightNull) {
      return Boolean.compare(leftNull, rightNull);
    }
    int order =
        switch (rows.type(column)) {
          case INT64, BOOLEAN ->
              Long.compare(rows.number(column, left), rows.number(column, right));
          case DOUBLE ->
              Double.compare(
                  Double.longBitsToDouble(rows.number(column, left)),
                  Double.longBitsToDouble(rows.number(column, right)));
          case TEXT -> compareText(rows, column, left, right);
        };
    return descending ? -order : order;
  }

  private static int compareText(RowBatch rows, int column, int left, int right) {
    int leftAt = rows.textOffset(column, left);
    int rightAt = rows.textOffset(column, right);
    return Integer.signum(
        Arrays.compareUnsigned(
            rows.textBytes(),
            leftAt,
            leftAt + rows.textLength(column, left),
            rows.textBytes(),
            rightAt,
            rightAt + rows.textLength(column, right)));
  }
}
