// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.Width;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A range that does not hold its number would let a program through that the kernel refuses. */
final class RangeArithmeticTest {
  @Property
  void resultsAreInTheirRanges(
      @ForAll AluOp op,
      @ForAll Width width,
      @ForAll long left,
      @ForAll long leftSlack,
      @ForAll long right,
      @ForAll long rightSlack,
      @ForAll boolean constant) {
    Assume.that(op != AluOp.NEG && op != AluOp.MOV);
    Range rightRange = constant ? Range.of(right) : around(right, rightSlack);
    Range result = RangeArithmetic.apply(width, op, around(left, leftSlack), rightRange);
    assertThat(holds(result, evaluate(width, op, left, right)))
        .as("%s %s", result, evaluate(width, op, left, right))
        .isTrue();
  }

  @Property
  void refinementKeepsWhatSatisfies(
      @ForAll JumpOp op,
      @ForAll Width width,
      @ForAll long left,
      @ForAll long leftSlack,
      @ForAll long right,
      @ForAll long rightSlack) {
    Range leftRange = around(left, leftSlack);
    Range rightRange = around(right, rightSlack);
    boolean satisfied = compare(op, width, left, right);
    Refinement.decide(op, width, leftRange, rightRange)
        .ifPresent(decided -> assertThat(decided).isEqualTo(satisfied));
    if (satisfied) {
      assertThat(holds(Refinement.where(op, width, leftRange, rightRange), left)).isTrue();
    }
  }

  @Property
  void unionHoldsBothAndIntersectionWhatIsInBoth(
      @ForAll long one, @ForAll long oneSlack, @ForAll long other, @ForAll long otherSlack) {
    Range left = around(one, oneSlack);
    Range right = around(other, otherSlack);
    assertThat(holds(left.union(right), one)).isTrue();
    assertThat(holds(left.union(right), other)).isTrue();
    if (holds(right, one)) {
      assertThat(holds(left.intersect(right), one)).isTrue();
    }
  }

  @Test
  void masksShiftsAndSumsAreExact() {
    Range masked = RangeArithmetic.apply(Width.W64, AluOp.AND, Range.ANY, Range.of(31));
    assertThat(masked.umax()).isEqualTo(31);
    Range shifted = RangeArithmetic.apply(Width.W64, AluOp.LSH, masked, Range.of(4));
    assertThat(shifted.umax()).isEqualTo(31 * 16);
    assertThat(shifted.bits().unknown()).isEqualTo(31 * 16);
    Range sum = RangeArithmetic.apply(Width.W64, AluOp.ADD, shifted, Range.of(64));
    assertThat(sum.umin()).isEqualTo(64);
    assertThat(sum.smax()).isEqualTo(64 + 31 * 16);
  }

  @Test
  void quotientsAreUnknownAsTheVerifierHasThem() {
    Range byte0 = Range.unsigned(0, 255);
    assertThat(RangeArithmetic.apply(Width.W64, AluOp.DIV, byte0, Range.of(3)))
        .isEqualTo(Range.ANY);
    assertThat(RangeArithmetic.apply(Width.W32, AluOp.MOD, byte0, Range.of(3)))
        .isEqualTo(Range.ANY);
  }

  /** A range that holds the number; the slack's low bits say how wide. */
  private static Range around(long number, long slack) {
    long width = slack >>> (slack & 63);
    long low = Long.compareUnsigned(number, width) > 0 ? number - width : 0;
    long high = Long.compareUnsigned(number + width, number) > 0 ? number + width : -1;
    return switch ((int) (slack >>> 8 & 3)) {
      case 0 -> Range.ANY;
      case 1 -> Range.ofBits(new KnownBits(number & ~slack, slack));
      case 2 -> Range.signed(number - Math.min(0, number), Long.MAX_VALUE).union(Range.of(number));
      default -> Range.unsigned(low, high);
    };
  }

  private static boolean holds(Range range, long number) {
    return (number & ~range.bits().unknown()) == range.bits().value()
        && Long.compareUnsigned(range.umin(), number) <= 0
        && Long.compareUnsigned(number, range.umax()) <= 0
        && range.smin() <= number
        && number <= range.smax();
  }

  private static long evaluate(Width width, AluOp op, long left, long right) {
    return width == Width.W64
        ? evaluate(op, left, right, 63)
        : evaluate32(op, (int) left, (int) right) & 0xffff_ffffL;
  }

  private static long evaluate32(AluOp op, int left, int right) {
    return switch (op) {
      case DIV -> right == 0 ? 0 : Integer.divideUnsigned(left, right);
      case MOD -> right == 0 ? left : Integer.remainderUnsigned(left, right);
      case RSH -> left >>> right;
      default -> evaluate(op, left, right, 31);
    };
  }

  private static long evaluate(AluOp op, long left, long right, int shiftMask) {
    return switch (op) {
      case ADD -> left + right;
      case SUB -> left - right;
      case MUL -> left * right;
      case DIV -> right == 0 ? 0 : Long.divideUnsigned(left, right);
      case SDIV -> right == 0 ? 0 : left / right;
      case MOD -> right == 0 ? left : Long.remainderUnsigned(left, right);
      case SMOD -> right == 0 ? left : left % right;
      case AND -> left & right;
      case OR -> left | right;
      case XOR -> left ^ right;
      case LSH -> left << (right & shiftMask);
      case RSH -> left >>> (right & shiftMask);
      case ARSH -> left >> (right & shiftMask);
      case NEG, MOV -> throw new IllegalArgumentException(op + " has no two operands");
    };
  }

  private static boolean compare(JumpOp op, Width width, long left, long right) {
    int unused = 64 - width.bits();
    long a = left << unused;
    long b = right << unused;
    return switch (op) {
      case EQ -> a == b;
      case NE -> a != b;
      case GT -> Long.compareUnsigned(a, b) > 0;
      case GE -> Long.compareUnsigned(a, b) >= 0;
      case LT -> Long.compareUnsigned(a, b) < 0;
      case LE -> Long.compareUnsigned(a, b) <= 0;
      case SGT -> a > b;
      case SGE -> a >= b;
      case SLT -> a < b;
      case SLE -> a <= b;
      case SET -> (a & b) != 0;
    };
  }
}
