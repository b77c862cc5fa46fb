// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.analysis;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Width;

/**
 * Ranges of results: never tighter than those of the verifier of kernel 5.10 ({@code
 * adjust_scalar_min_max_vals}), which for example knows nothing of a quotient.
 */
final class RangeArithmetic {
  private static final long LOW_HALF = 0xffff_ffffL;

  private RangeArithmetic() {}

  static Range apply(Width width, AluOp op, Range left, Range right) {
    if (width == Width.W64) {
      return apply64(op, left, right);
    }
    if (isNotComputed(op, right)) {
      // The verifier forgets even that the high half is 0 (is_safe_to_compute_dst_reg_range).
      return Range.ANY;
    }
    if (op == AluOp.ARSH) {
      return Range.unsigned(0, LOW_HALF);
    }
    // A result that may have left the low half is cut; its known low bits stay.
    return apply64(op, left.lowHalf(), right.lowHalf()).lowHalf();
  }

  private static boolean isNotComputed(AluOp op, Range right) {
    return switch (op) {
      case DIV, SDIV, MOD, SMOD -> true;
      case LSH, RSH, ARSH -> !right.isConstant() || !right.isAtMost(31);
      case ADD, SUB, MUL, OR, AND, NEG, XOR, MOV -> false;
    };
  }

  private static Range apply64(AluOp op, Range left, Range right) {
    return switch (op) {
      case ADD -> add(left, right);
      case SUB -> subtract(left, right);
      case MUL -> multiply(left, right);
      case AND -> and(left, right);
      case OR -> or(left, right);
      case XOR -> Range.ofBits(left.bits().xor(right.bits()));
      case LSH, RSH, ARSH -> right.isConstant() ? shift(op, left, right.umin()) : Range.ANY;
      case DIV, SDIV, MOD, SMOD -> Range.ANY;
      case NEG, MOV -> throw new IllegalArgumentException(op + " has no two operands");
    };
  }

  private static Range add(Range left, Range right) {
    long umin = left.umin() + right.umin();
    long umax = left.umax() + right.umax();
    boolean wraps = Long.compareUnsigned(umax, left.umax()) < 0;
    long smin = left.smin() + right.smin();
    long smax = left.smax() + right.smax();
    boolean overflows =
        addOverflows(left.smin(), right.smin()) || addOverflows(left.smax(), right.smax());
    return build(
        left.bits().add(right.bits()),
        wraps ? 0 : umin,
        wraps ? -1 : umax,
        overflows ? Long.MIN_VALUE : smin,
        overflows ? Long.MAX_VALUE : smax);
  }

  private static Range subtract(Range left, Range right) {
    if (left.equals(Range.of(0)) && !right.isConstant()) {
      return Range.ANY; // Selected as NEG, of which the verifier of 5.10 knows nothing.
    }
    boolean wraps = Long.compareUnsigned(left.umin(), right.umax()) < 0;
    long smin = left.smin() - right.smax();
    long smax = left.smax() - right.smin();
    boolean overflows =
        subtractOverflows(left.smin(), right.smax())
            || subtractOverflows(left.smax(), right.smin());
    return build(
        left.bits().subtract(right.bits()),
        wraps ? 0 : left.umin() - right.umax(),
        wraps ? -1 : left.umax() - right.umin(),
        overflows ? Long.MIN_VALUE : smin,
        overflows ? Long.MAX_VALUE : smax);
  }

  private static Range multiply(Range left, Range right) {
    if (left.isConstant() && right.isConstant()) {
      return Range.of(left.umin() * right.umin());
    }
    int zeros = Math.min(63, lowZeros(left) + lowZeros(right));
    Range aligned = Range.ofBits(new KnownBits(0, -1L << zeros));
    if (!left.isAtMost(LOW_HALF) || !right.isAtMost(LOW_HALF)) {
      return aligned;
    }
    return aligned.intersect(
        Range.unsigned(left.umin() * right.umin(), left.umax() * right.umax()));
  }

  private static int lowZeros(Range range) {
    return Long.numberOfTrailingZeros(range.bits().max());
  }

  private static Range and(Range left, Range right) {
    Range byBits = Range.ofBits(left.bits().and(right.bits()));
    return byBits.intersect(Range.unsigned(0, Range.minUnsigned(left.umax(), right.umax())));
  }

  private static Range or(Range left, Range right) {
    Range byBits = Range.ofBits(left.bits().or(right.bits()));
    return byBits.intersect(Range.unsigned(Range.maxUnsigned(left.umin(), right.umin()), -1));
  }

  private static Range shift(AluOp op, Range left, long count) {
    if (count < 0 || count > 63) {
      return Range.ANY;
    }
    int bits = (int) count;
    return switch (op) {
      case LSH -> {
        Range byBits = Range.ofBits(left.bits().shiftLeft(bits));
        boolean fits = left.umax() >>> (63 - bits) >>> 1 == 0;
        yield fits
            ? byBits.intersect(Range.unsigned(left.umin() << bits, left.umax() << bits))
            : byBits;
      }
      case RSH ->
          Range.ofBits(left.bits().shiftRight(bits))
              .intersect(Range.unsigned(left.umin() >>> bits, left.umax() >>> bits));
      case ARSH ->
          Range.ofBits(left.bits().shiftRightSigned(bits))
              .intersect(Range.signed(left.smin() >> bits, left.smax() >> bits));
      case ADD, SUB, MUL, DIV, SDIV, OR, AND, NEG, MOD, SMOD, XOR, MOV ->
          throw new IllegalArgumentException(op + " is no shift");
    };
  }

  private static Range build(KnownBits bits, long umin, long umax, long smin, long smax) {
    return new Range(bits, umin, umax, smin, smax).intersect(Range.ANY);
  }

  private static boolean addOverflows(long left, long right) {
    return ((left ^ (left + right)) & (right ^ (left + right))) < 0;
  }

  private static boolean subtractOverflows(long left, long right) {
    return ((left ^ right) & (left ^ (left - right))) < 0;
  }
}
