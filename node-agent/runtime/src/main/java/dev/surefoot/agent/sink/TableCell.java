// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A value as a table shows it: bytes of UTF-8, and how many columns of a terminal they take. */
final class TableCell {
  private static final byte[] NULL = "NULL".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ELLIPSIS = "…".getBytes(StandardCharsets.UTF_8);
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  // Beyond these a decimal with three places says too little or claims too much.
  private static final double SMALLEST_PLAIN = 0.001;
  private static final double LARGEST_PLAIN = 1e15;

  private byte[] bytes = new byte[64];
  private int length;
  private int width;

  /** Becomes the value of a batch. */
  void set(RowBatch batch, int column, int row) {
    length = 0;
    width = 0;
    if (batch.isNull(column, row)) {
      setAscii(NULL);
      return;
    }
    long number = batch.number(column, row);
    switch (batch.type(column)) {
      case INT64 -> {
        reserve(Digits.MAX);
        length = Digits.put(number, bytes, 0);
        width = length;
      }
      case DOUBLE -> setDouble(number);
      case BOOLEAN -> setAscii(number == 0 ? FALSE : TRUE);
      case TEXT ->
          setText(batch.textBytes(), batch.textOffset(column, row), batch.textLength(column, row));
    }
  }

  /** Becomes a text. */
  void set(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    setText(utf8, 0, utf8.length);
  }

  private void setAscii(byte[] text) {
    length = 0;
    append(text, 0, text.length);
    width = length;
  }

  private void setDouble(long bits) {
    double value = Double.longBitsToDouble(bits);
    double magnitude = Math.abs(value);
    if (value != 0 && (magnitude < SMALLEST_PLAIN || !(magnitude < LARGEST_PLAIN))) {
      setAscii(DoubleText.of(bits));
      return;
    }
    long thousandths = Math.round(magnitude * 1000);
    reserve(Digits.MAX + 5);
    if (value < 0) {
      bytes[length++] = '-';
    }
    length = Digits.put(thousandths / 1000, bytes, length);
    bytes[length++] = '.';
    int fraction = (int) (thousandths % 1000);
    bytes[length++] = (byte) ('0' + fraction / 100);
    bytes[length++] = (byte) ('0' + fraction / 10 % 10);
    bytes[length++] = (byte) ('0' + fraction % 10);
    width = length;
  }

  private void setText(byte[] text, int offset, int count) {
    length = 0;
    width = 0;
    int end = offset + count;
    for (int at = offset; at < end; ) {
      int sequence = Utf8.sequence(text, at, end);
      if (sequence == 0 || Utf8.isControl(text, at, sequence)) {
        escape(text[at]);
        at++;
      } else {
        append(text, at, sequence);
        width++;
        at += sequence;
      }
    }
  }

  private void escape(byte value) {
    byte[] escaped = {'\\', 'x', HEX[value >> 4 & 15], HEX[value & 15]};
    append(escaped, 0, escaped.length);
    width += escaped.length;
  }

  /** Cuts the text to at most so many columns, the last of which says that it was cut. */
  void cut(int columns) {
    if (width <= columns) {
      return;
    }
    int at = 0;
    for (int i = 1; i < columns; i++) {
      at += Math.max(1, Utf8.sequence(bytes, at, length));
    }
    length = at;
    append(ELLIPSIS, 0, ELLIPSIS.length);
    width = columns;
  }

  /** Columns of a terminal that it takes. */
  int width() {
    return width;
  }

  /** Puts the cell, filled with spaces to {@code columns} on the left or the right. */
  void put(RowWriter out, int columns, boolean toTheRight) {
    int fill = Math.max(0, columns - width);
    out.append(' ', toTheRight ? fill : 0);
    out.reserve(length);
    out.put(bytes, 0, length);
    out.append(' ', toTheRight ? 0 : fill);
  }

  private void append(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  private void reserve(int count) {
    if (count > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
    }
  }
}
