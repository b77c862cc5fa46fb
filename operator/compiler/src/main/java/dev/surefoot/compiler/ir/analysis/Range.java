// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.analysis;

/**
 * What is known of a number, as far as the verifier knows it too ({@code struct bpf_reg_state}):
 * known bits, unsigned bounds and signed bounds, all inclusive.
 */
public record Range(KnownBits bits, long umin, long umax, long smin, long smax) {
  /** Any number. */
  public static final Range ANY = new Range(KnownBits.NONE, 0, -1, Long.MIN_VALUE, Long.MAX_VALUE);

  private static final long LOW_HALF = 0xffff_ffffL;

  /** One number. */
  public static Range of(long constant) {
    return new Range(KnownBits.of(constant), constant, constant, constant, constant);
  }

  /** From {@code min} to {@code max}, unsigned. */
  public static Range unsigned(long min, long max) {
    return new Range(KnownBits.between(min, max), min, max, Long.MIN_VALUE, Long.MAX_VALUE)
        .normalized();
  }

  /** From {@code min} to {@code max}, signed. */
  public static Range signed(long min, long max) {
    return new Range(KnownBits.NONE, 0, -1, min, max).normalized();
  }

  static Range ofBits(KnownBits bits) {
    return new Range(bits, 0, -1, Long.MIN_VALUE, Long.MAX_VALUE).normalized();
  }

  /** Whether only one number is left. */
  public boolean isConstant() {
    return bits.unknown() == 0 || umin == umax;
  }

  /** Whether no number is left: the place cannot be reached. */
  public boolean isEmpty() {
    return Long.compareUnsigned(umin, umax) > 0 || smin > smax;
  }

  /** Whether every number, unsigned, is at most this. */
  public boolean isAtMost(long bound) {
    return Long.compareUnsigned(umax, bound) <= 0;
  }

  /** Whether the number is not negative. */
  public boolean isNonNegative() {
    return smin >= 0;
  }

  /** The number is in both. */
  public Range intersect(Range other) {
    return new Range(
            bits.intersect(other.bits),
            maxUnsigned(umin, other.umin),
            minUnsigned(umax, other.umax),
            Math.max(smin, other.smin),
            Math.min(smax, other.smax))
        .normalized();
  }

  /** The number is in one of the two. */
  public Range union(Range other) {
    return new Range(
        bits.union(other.bits),
        minUnsigned(umin, other.umin),
        maxUnsigned(umax, other.umax),
        Math.min(smin, other.smin),
        Math.max(smax, other.smax));
  }

  /** The low 32 bits. */
  public Range lowHalf() {
    return isAtMost(LOW_HALF) ? this : ofBits(bits.and(KnownBits.of(LOW_HALF)));
  }

  /** Each kind of bound tightened by the others. */
  private Range normalized() {
    Range tighter = this;
    for (int i = 0; i < 2; i++) {
      tighter = tighter.boundsFromBits().boundsFromEachOther();
    }
    return tighter;
  }

  private Range boundsFromBits() {
    return new Range(
        bits, maxUnsigned(umin, bits.min()), minUnsigned(umax, bits.max()), smin, smax);
  }

  private Range boundsFromEachOther() {
    boolean oneSign = (umin ^ umax) >= 0;
    long newSmin = oneSign ? Math.max(smin, umin) : smin;
    long newSmax = oneSign ? Math.min(smax, umax) : smax;
    boolean oneHalf = (newSmin ^ newSmax) >= 0;
    return new Range(
        bits,
        oneHalf ? maxUnsigned(umin, newSmin) : umin,
        oneHalf ? minUnsigned(umax, newSmax) : umax,
        newSmin,
        newSmax);
  }

  static long minUnsigned(long left, long right) {
    return Long.compareUnsigned(left, right) <= 0 ? left : right;
  }

  static long maxUnsigned(long left, long right) {
    return Long.compareUnsigned(left, right) >= 0 ? left : right;
  }
}
