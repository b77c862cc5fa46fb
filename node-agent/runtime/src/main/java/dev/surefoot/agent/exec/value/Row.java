// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.value;

import dev.surefoot.catalog.expression.ValueType;
import java.util.Arrays;
import java.util.List;

/**
 * A row on its way from one operator to the next, valid only during the call that hands it over. A
 * number is an INT64, the raw bits of a DOUBLE, or a BOOLEAN's 0 or 1.
 *
 * <p>It carries one bit of state for the expression that is being evaluated over it: an expression
 * that meets a NULL marks the row ({@link #markNull}) and answers with anything. NULL so propagates
 * through strict operations without a test in any of them.
 */
public final class Row {
  private final ValueType[] types;
  private final long[] numbers;
  private final boolean[] nulls;
  private final TextValue[] texts;
  private boolean sawNull;

  /** A row of columns of these types, all NULL. */
  public Row(List<ValueType> types) {
    this.types = types.toArray(ValueType[]::new);
    numbers = new long[this.types.length];
    nulls = new boolean[this.types.length];
    texts = new TextValue[this.types.length];
    Arrays.fill(nulls, true);
  }

  /** Types of the columns. */
  public List<ValueType> types() {
    return List.of(types);
  }

  /** Number of columns. */
  public int columns() {
    return types.length;
  }

  /** Type of a column. */
  public ValueType type(int column) {
    return types[column];
  }

  /** Whether the column is NULL. */
  public boolean isNull(int column) {
    return nulls[column];
  }

  /** The number; of no meaning where the column is NULL. */
  public long number(int column) {
    return numbers[column];
  }

  /** The number as a DOUBLE. */
  public double real(int column) {
    return Double.longBitsToDouble(numbers[column]);
  }

  /** The text; of no meaning where the column is NULL. */
  public TextValue text(int column) {
    return texts[column];
  }

  /** Sets a number. */
  public void setNumber(int column, long value) {
    numbers[column] = value;
    nulls[column] = false;
  }

  /** Sets a DOUBLE. */
  public void setReal(int column, double value) {
    setNumber(column, Double.doubleToRawLongBits(value));
  }

  /** Sets a text, which is not copied: it must stay as it is while the row is in use. */
  public void setText(int column, TextValue value) {
    texts[column] = value;
    nulls[column] = false;
  }

  /** Sets NULL. */
  public void setNull(int column) {
    nulls[column] = true;
  }

  /** The expression that is being evaluated has met a NULL. */
  public void markNull() {
    sawNull = true;
  }

  /** Whether the expression has met a NULL since the mark was last set. */
  public boolean sawNull() {
    return sawNull;
  }

  /** Sets the mark to what it was before a part was evaluated for itself. */
  public void setSawNull(boolean value) {
    sawNull = value;
  }
}
