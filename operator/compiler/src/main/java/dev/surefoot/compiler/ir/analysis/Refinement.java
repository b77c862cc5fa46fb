// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.analysis;

import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.Width;
import java.util.Optional;

/** What a comparison that holds says of its left side. */
final class Refinement {
  private static final long LOW_HALF = 0xffff_ffffL;

  private Refinement() {}

  /** The left side where {@code left op right} holds. */
  static Range where(JumpOp op, Width width, Range left, Range right) {
    boolean halves = left.isAtMost(LOW_HALF) && right.isAtMost(LOW_HALF);
    if (width == Width.W32 && !(halves && isUnsigned(op))) {
      return left;
    }
    return switch (op) {
      case EQ -> left.intersect(right);
      case NE -> except(left, right);
      case GT ->
          right.umax() == -1 && right.umin() == -1
              ? left
              : left.intersect(Range.unsigned(plusOne(right.umin()), -1));
      case GE -> left.intersect(Range.unsigned(right.umin(), -1));
      case LT -> right.umax() == 0 ? left : left.intersect(Range.unsigned(0, right.umax() - 1));
      case LE -> left.intersect(Range.unsigned(0, right.umax()));
      case SGT ->
          right.smin() == Long.MAX_VALUE
              ? left
              : left.intersect(Range.signed(right.smin() + 1, Long.MAX_VALUE));
      case SGE -> left.intersect(Range.signed(right.smin(), Long.MAX_VALUE));
      case SLT ->
          right.smax() == Long.MIN_VALUE
              ? left
              : left.intersect(Range.signed(Long.MIN_VALUE, right.smax() - 1));
      case SLE -> left.intersect(Range.signed(Long.MIN_VALUE, right.smax()));
      case SET -> left;
    };
  }

  /** Whether the comparison always or never holds. */
  static Optional<Boolean> decide(JumpOp op, Width width, Range left, Range right) {
    if (width == Width.W32) {
      return isUnsigned(op) ? decide64(op, left.lowHalf(), right.lowHalf()) : Optional.empty();
    }
    return decide64(op, left, right);
  }

  private static Optional<Boolean> decide64(JumpOp op, Range left, Range right) {
    return switch (op) {
      case EQ -> equal(left, right);
      case NE -> equal(left, right).map(holds -> !holds);
      case LT -> below(left, right);
      case GE -> below(left, right).map(holds -> !holds);
      case GT -> below(right, left);
      case LE -> below(right, left).map(holds -> !holds);
      case SLT -> belowSigned(left, right);
      case SGE -> belowSigned(left, right).map(holds -> !holds);
      case SGT -> belowSigned(right, left);
      case SLE -> belowSigned(right, left).map(holds -> !holds);
      case SET -> anyBit(left, right);
    };
  }

  private static Optional<Boolean> equal(Range left, Range right) {
    if (left.isConstant() && right.isConstant()) {
      return Optional.of(left.umin() == right.umin());
    }
    boolean apart =
        Long.compareUnsigned(left.umax(), right.umin()) < 0
            || Long.compareUnsigned(right.umax(), left.umin()) < 0
            || left.smax() < right.smin()
            || right.smax() < left.smin();
    return apart ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Boolean> below(Range left, Range right) {
    if (Long.compareUnsigned(left.umax(), right.umin()) < 0) {
      return Optional.of(true);
    }
    return Long.compareUnsigned(left.umin(), right.umax()) >= 0
        ? Optional.of(false)
        : Optional.empty();
  }

  private static Optional<Boolean> belowSigned(Range left, Range right) {
    if (left.smax() < right.smin()) {
      return Optional.of(true);
    }
    return left.smin() >= right.smax() ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Boolean> anyBit(Range left, Range right) {
    KnownBits both = left.bits().and(right.bits());
    if (both.value() != 0) {
      return Optional.of(true);
    }
    return both.unknown() == 0 ? Optional.of(false) : Optional.empty();
  }

  private static Range except(Range left, Range right) {
    if (!right.isConstant()) {
      return left;
    }
    long excluded = right.umin();
    if (left.umin() == excluded && left.umax() != excluded) {
      return left.intersect(Range.unsigned(plusOne(excluded), -1));
    }
    if (left.umax() == excluded && left.umin() != excluded) {
      return left.intersect(Range.unsigned(0, excluded - 1));
    }
    return left;
  }

  private static boolean isUnsigned(JumpOp op) {
    return switch (op) {
      case EQ, NE, GT, GE, LT, LE, SET -> true;
      case SGT, SGE, SLT, SLE -> false;
    };
  }

  private static long plusOne(long value) {
    return value == -1 ? -1 : value + 1;
  }
}
