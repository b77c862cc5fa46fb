// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a text, not always valid UTF-8; set again for every row. */
public final class TextValue {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private byte[] bytes;
  private int length;

  /** An empty text with room for {@code capacity} bytes, which grows. */
  public TextValue(int capacity) {
    bytes = new byte[Math.max(8, capacity)];
  }

  /** A text from characters. */
  public static TextValue of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    TextValue value = new TextValue(utf8.length);
    value.append(utf8, 0, utf8.length);
    return value;
  }

  /** The array whose first {@link #length} bytes are the text. */
  public byte[] bytes() {
    return bytes;
  }

  /** Number of bytes. */
  public int length() {
    return length;
  }

  /** Makes it empty. */
  public void clear() {
    length = 0;
  }

  /** Appends a byte. */
  public void append(byte value) {
    reserve(length + 1);
    bytes[length++] = value;
  }

  /** Appends bytes. */
  public void append(byte[] source, int offset, int count) {
    reserve(length + count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  /** Appends a text. */
  public void append(TextValue text) {
    append(text.bytes, 0, text.length);
  }

  /**
   * Becomes the text in a field: up to the first zero byte.
   *
   * @param size bytes of the field, a multiple of 8
   */
  public void read(ByteBuffer data, int offset, int size) {
    if (bytes.length < size) {
      bytes = new byte[size];
    }
    for (int at = 0; at < size; at += Long.BYTES) {
      if (append(data.getLong(offset + at), at)) {
        return;
      }
    }
    length = size;
  }

  /** As {@link #read(ByteBuffer, int, int)}, from words that were copied out of a record. */
  public void read(long[] words, int offset, int size) {
    if (bytes.length < size) {
      bytes = new byte[size];
    }
    for (int at = 0; at < size; at += Long.BYTES) {
      if (append(words[offset + at / Long.BYTES], at)) {
        return;
      }
    }
    length = size;
  }

  /** Stores a word; whether it holds the zero byte that ends the text. */
  private boolean append(long word, int at) {
    LONGS.set(bytes, at, word);
    // The lowest of the marks is exact: borrows only run upwards from a zero byte.
    long zeros = (word - LOW_BITS) & ~word & HIGH_BITS;
    if (zeros == 0) {
      return false;
    }
    length = at + (Long.numberOfTrailingZeros(zeros) >>> 3);
    return true;
  }

  /** Order of the bytes as unsigned numbers. */
  public int compare(TextValue other) {
    return Arrays.compareUnsigned(bytes, 0, length, other.bytes, 0, other.length);
  }

  private void reserve(int needed) {
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
