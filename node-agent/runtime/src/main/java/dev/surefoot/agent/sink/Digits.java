// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import java.nio.charset.StandardCharsets;

/** Numbers in decimal digits, without a String for each. */
final class Digits {
  /** Bytes of the longest number: the sign and 19 digits. */
  static final int MAX = 20;

  private static final byte[] SMALLEST =
      Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PAIRS = pairs();

  private Digits() {}

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int i = 0; i < 100; i++) {
      pairs[2 * i] = (byte) ('0' + i / 10);
      pairs[2 * i + 1] = (byte) ('0' + i % 10);
    }
    return pairs;
  }

  /** Puts a number's digits at {@code at} and answers where they end. */
  static int put(long value, byte[] bytes, int at) {
    if (value == Long.MIN_VALUE) {
      System.arraycopy(SMALLEST, 0, bytes, at, SMALLEST.length);
      return at + SMALLEST.length;
    }
    int first = at;
    long rest = value;
    if (value < 0) {
      bytes[first++] = '-';
      rest = -value;
    }
    int end = first + count(rest);
    int next = end;
    while (rest >= 100) {
      long quotient = rest / 100;
      int pair = (int) (rest - quotient * 100) * 2;
      bytes[--next] = PAIRS[pair + 1];
      bytes[--next] = PAIRS[pair];
      rest = quotient;
    }
    int pair = (int) rest * 2;
    bytes[--next] = PAIRS[pair + 1];
    if (rest >= 10) {
      bytes[--next] = PAIRS[pair];
    }
    return end;
  }

  /** Digits of a number that is not negative. */
  private static int count(long value) {
    int digits = 1;
    long limit = 10;
    while (value >= limit) {
      digits++;
      if (digits == MAX - 1) {
        break;
      }
      limit *= 10;
    }
    return digits;
  }
}
