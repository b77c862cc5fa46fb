// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import java.math.BigInteger;

/** Quotients of integers of any size, as the nearest DOUBLE (halves to even). */
final class ExactQuotient {
  private static final long EXACT_IN_DOUBLE = 1L << 53;
  private static final int QUOTIENT_BITS = 66;

  private ExactQuotient() {}

  /** A sum of 128 bits by a positive count. */
  static double of(long high, long low, long count) {
    boolean fits = high == low >> 63;
    if (fits && low <= EXACT_IN_DOUBLE && low >= -EXACT_IN_DOUBLE && count <= EXACT_IN_DOUBLE) {
      // Both convert without loss, and the division rounds once.
      return (double) low / (double) count;
    }
    return of(WideSum.value(new long[] {low, high}, 0, 2), BigInteger.valueOf(count));
  }

  /** A quotient by a positive divisor. */
  static double of(BigInteger dividend, BigInteger divisor) {
    BigInteger magnitude = dividend.abs();
    int shift = Math.max(0, QUOTIENT_BITS + divisor.bitLength() - magnitude.bitLength());
    BigInteger[] parts = magnitude.shiftLeft(shift).divideAndRemainder(divisor);
    // More bits than a DOUBLE has, and below them one that says whether something is left.
    BigInteger quotient = parts[0].shiftLeft(1);
    if (parts[1].signum() != 0) {
      quotient = quotient.setBit(0);
    }
    double value = Math.scalb(quotient.doubleValue(), -shift - 1);
    return dividend.signum() < 0 ? -value : value;
  }
}
