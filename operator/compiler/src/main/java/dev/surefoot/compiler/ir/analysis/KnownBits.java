// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.analysis;

/**
 * Which bits of a number are known (kernel/bpf/tnum.c): those not in {@code unknown} are as in
 * {@code value}, whose other bits are 0.
 */
public record KnownBits(long value, long unknown) {
  /** Nothing is known. */
  public static final KnownBits NONE = new KnownBits(0, -1);

  /** All bits of a constant. */
  public static KnownBits of(long constant) {
    return new KnownBits(constant, 0);
  }

  /** What all numbers from {@code min} to {@code max} (unsigned) have in common. */
  public static KnownBits between(long min, long max) {
    long differing = min ^ max;
    if (differing == 0) {
      return of(min);
    }
    int bits = 64 - Long.numberOfLeadingZeros(differing);
    if (bits == 64) {
      return NONE;
    }
    long low = (1L << bits) - 1;
    return new KnownBits(min & ~low, low);
  }

  /** The least number, unsigned. */
  public long min() {
    return value;
  }

  /** The greatest number, unsigned. */
  public long max() {
    return value | unknown;
  }

  KnownBits and(KnownBits other) {
    long alpha = value | unknown;
    long beta = other.value | other.unknown;
    long both = value & other.value;
    return new KnownBits(both, alpha & beta & ~both);
  }

  KnownBits or(KnownBits other) {
    long ones = value | other.value;
    return new KnownBits(ones, (unknown | other.unknown) & ~ones);
  }

  KnownBits xor(KnownBits other) {
    long open = unknown | other.unknown;
    return new KnownBits((value ^ other.value) & ~open, open);
  }

  KnownBits add(KnownBits other) {
    long sum = value + other.value;
    long carries = (unknown + other.unknown + sum) ^ sum;
    long open = carries | unknown | other.unknown;
    return new KnownBits(sum & ~open, open);
  }

  KnownBits subtract(KnownBits other) {
    long difference = value - other.value;
    long borrows = (difference + unknown) ^ (difference - other.unknown);
    long open = borrows | unknown | other.unknown;
    return new KnownBits(difference & ~open, open);
  }

  KnownBits shiftLeft(int bits) {
    return new KnownBits(value << bits, unknown << bits);
  }

  KnownBits shiftRight(int bits) {
    return new KnownBits(value >>> bits, unknown >>> bits);
  }

  KnownBits shiftRightSigned(int bits) {
    return new KnownBits(value >> bits, unknown >> bits);
  }

  /** The number has the properties of both. */
  KnownBits intersect(KnownBits other) {
    long open = unknown & other.unknown;
    return new KnownBits((value | other.value) & ~open, open);
  }

  /** The number has the properties of one of the two. */
  KnownBits union(KnownBits other) {
    long open = unknown | other.unknown | (value ^ other.value);
    return new KnownBits(value & ~open, open);
  }
}
