// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import dev.surefoot.catalog.expression.ValueType;
import java.util.Arrays;
import java.util.List;

/**
 * Rows, column by column, in flat arrays that are used again and again. A number is an INT64, the
 * bits of a DOUBLE, or 0 or 1 for a BOOLEAN; texts lie one behind the other in one array of bytes.
 * A row is begun with {@link #addRow}, then all its columns are set.
 */
public final class RowBatch {
  private final ValueType[] types;
  private final long[][] numbers;
  private final boolean[][] nulls;
  private byte[] textBytes = new byte[1024];
  private int textEnd;
  private int capacity;
  private int size;

  /** An empty batch with room for {@code capacity} rows, which grows where more are added. */
  public RowBatch(List<ValueType> types, int capacity) {
    this.types = types.toArray(ValueType[]::new);
    this.capacity = capacity;
    numbers = new long[this.types.length][capacity];
    nulls = new boolean[this.types.length][capacity];
  }

  /** Rows in it. */
  public int size() {
    return size;
  }

  /** Columns of each row. */
  public int columns() {
    return types.length;
  }

  /** Type of a column. */
  public ValueType type(int column) {
    return types[column];
  }

  /** Whether the value is NULL; its number and text are of no meaning then. */
  public boolean isNull(int column, int row) {
    return nulls[column][row];
  }

  /** An INT64, the raw bits of a DOUBLE, or a BOOLEAN's 0 or 1. */
  public long number(int column, int row) {
    return numbers[column][row];
  }

  /** The bytes that hold all texts. */
  public byte[] textBytes() {
    return textBytes;
  }

  /** Where a text begins in {@link #textBytes}. */
  public int textOffset(int column, int row) {
    return (int) (numbers[column][row] >>> 32);
  }

  /** Bytes of a text. */
  public int textLength(int column, int row) {
    return (int) numbers[column][row];
  }

  /** Removes all rows. */
  public void clear() {
    size = 0;
    textEnd = 0;
  }

  /** Begins a row; {@code size() - 1} is its index. */
  public void addRow() {
    if (size == capacity) {
      grow();
    }
    size++;
  }

  /** Sets a column of the last row to NULL. */
  public void setNull(int column) {
    nulls[column][size - 1] = true;
    numbers[column][size - 1] = 0;
  }

  /** Sets a column of the last row to a number. */
  public void setNumber(int column, long value) {
    nulls[column][size - 1] = false;
    numbers[column][size - 1] = value;
  }

  /** Sets a column of the last row to a text, which is copied. */
  public void setText(int column, byte[] bytes, int offset, int length) {
    if (length > textBytes.length - textEnd) {
      growText(length);
    }
    System.arraycopy(bytes, offset, textBytes, textEnd, length);
    nulls[column][size - 1] = false;
    numbers[column][size - 1] = (long) textEnd << 32 | length;
    textEnd += length;
  }

  private void growText(int length) {
    long needed = Math.max(textBytes.length * 2L, (long) textEnd + length);
    if ((long) textEnd + length > Integer.MAX_VALUE - 16) {
      throw new IllegalStateException("more than 2 GiB of text in one batch of rows");
    }
    textBytes = Arrays.copyOf(textBytes, (int) Math.min(needed, Integer.MAX_VALUE - 16));
  }

  private void grow() {
    capacity = Math.multiplyExact(capacity, 2);
    for (int column = 0; column < types.length; column++) {
      numbers[column] = Arrays.copyOf(numbers[column], capacity);
      nulls[column] = Arrays.copyOf(nulls[column], capacity);
    }
  }
}
