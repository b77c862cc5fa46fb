// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import java.math.BigInteger;

/** Sums in several words of an array, the low one first. */
final class WideSum {
  private WideSum() {}

  /** Adds a number to a sum of two words. Fewer than 2^63 numbers never overflow it. */
  static void add(long[] words, int at, long value) {
    long low = words[at] + value;
    long carry = Long.compareUnsigned(low, value) < 0 ? 1 : 0;
    words[at] = low;
    words[at + 1] += (value >> 63) + carry;
  }

  /**
   * The high word of a sum of fewer than 2^32 numbers.
   *
   * @param low its low word
   * @param upperHalves the sum of the numbers' upper 32 bits (signed)
   */
  static long highWord(long low, long upperHalves) {
    // The lower halves sum up to less than 2^64, which is what low leaves of the upper ones.
    long shifted = upperHalves << Integer.SIZE;
    long lowerHalves = low - shifted;
    long carry = Long.compareUnsigned(low, lowerHalves) < 0 ? 1 : 0;
    return (upperHalves >> Integer.SIZE) + carry;
  }

  /** Adds a number's square to a sum of three words. Fewer than 2^63 never overflow it. */
  static void addSquare(long[] words, int at, long value) {
    long squareLow = value * value;
    long squareHigh = Math.multiplyHigh(value, value);
    long low = words[at] + squareLow;
    long carry = Long.compareUnsigned(low, squareLow) < 0 ? 1 : 0;
    long middle = words[at + 1] + squareHigh + carry;
    // A square's high word is below 2^62, so adding the carry to it does not wrap.
    long carryOn = Long.compareUnsigned(middle, squareHigh + carry) < 0 ? 1 : 0;
    words[at] = low;
    words[at + 1] = middle;
    words[at + 2] += carryOn;
  }

  /** The signed number in {@code count} words. */
  static BigInteger value(long[] words, int at, int count) {
    BigInteger value = BigInteger.valueOf(words[at + count - 1]);
    for (int i = count - 2; i >= 0; i--) {
      BigInteger unsigned =
          BigInteger.valueOf(words[at + i] >>> 1)
              .shiftLeft(1)
              .or(BigInteger.valueOf(words[at + i] & 1));
      value = value.shiftLeft(64).or(unsigned);
    }
    return value;
  }
}
