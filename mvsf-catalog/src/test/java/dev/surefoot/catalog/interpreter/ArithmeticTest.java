// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Instruction.ByteSwap.Order;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.Width;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
  private static final long LOW = 0xffff_ffffL;

  @Property(tries = 3000)
  void agreesWithUnboundedArithmetic(
      @ForAll Width width, @ForAll AluOp op, @ForAll long left, @ForAll long right) {
    assertThat(Arithmetic.alu(width, op, left, right)).isEqualTo(expected(width, op, left, right));
  }

  @Property(tries = 1000)
  void comparisonsAgreeWithUnboundedArithmetic(
      @ForAll Width width, @ForAll JumpOp op, @ForAll long left, @ForAll long right) {
    assertThat(Arithmetic.holds(width, op, left, right))
        .isEqualTo(expected(width, op, left, right));
    op.inverse()
        .ifPresent(
            inverse ->
                assertThat(Arithmetic.holds(width, inverse, left, right))
                    .isNotEqualTo(Arithmetic.holds(width, op, left, right)));
    assertThat(Arithmetic.holds(width, op.swapped(), right, left))
        .isEqualTo(Arithmetic.holds(width, op, left, right));
  }

  @Test
  void divisionByZeroIsDefined() {
    for (Width width : Width.values()) {
      assertThat(Arithmetic.alu(width, AluOp.DIV, 7, 0)).isZero();
      assertThat(Arithmetic.alu(width, AluOp.SDIV, -7, 0)).isZero();
    }
    assertThat(Arithmetic.alu(Width.W64, AluOp.MOD, -7, 0)).isEqualTo(-7);
    assertThat(Arithmetic.alu(Width.W32, AluOp.MOD, -7, 0)).isEqualTo(LOW - 6);
    assertThat(Arithmetic.alu(Width.W32, AluOp.SMOD, -7, 1L << 32)).isEqualTo(LOW - 6);
  }

  @Test
  void smallestNumberByMinusOneWraps() {
    assertThat(Arithmetic.alu(Width.W64, AluOp.SDIV, Long.MIN_VALUE, -1)).isEqualTo(Long.MIN_VALUE);
    assertThat(Arithmetic.alu(Width.W64, AluOp.SMOD, Long.MIN_VALUE, -1)).isZero();
    assertThat(Arithmetic.alu(Width.W32, AluOp.SDIV, Integer.MIN_VALUE, -1)).isEqualTo(1L << 31);
  }

  @Test
  void shiftsMaskTheirCount() {
    assertThat(Arithmetic.alu(Width.W64, AluOp.LSH, 1, 65)).isEqualTo(2);
    assertThat(Arithmetic.alu(Width.W32, AluOp.LSH, 1, 33)).isEqualTo(2);
    assertThat(Arithmetic.alu(Width.W32, AluOp.ARSH, 0x8000_0000L, 31)).isEqualTo(LOW);
  }

  @Test
  void byteSwapsTakeTheLowBits() {
    long value = 0x1122_3344_5566_7788L;
    assertThat(Arithmetic.byteSwap(Order.TO_LITTLE_ENDIAN, 16, value)).isEqualTo(0x7788);
    assertThat(Arithmetic.byteSwap(Order.TO_BIG_ENDIAN, 16, value)).isEqualTo(0x8877);
    assertThat(Arithmetic.byteSwap(Order.SWAP, 32, value)).isEqualTo(0x8877_6655L);
    assertThat(Arithmetic.byteSwap(Order.SWAP, 64, value)).isEqualTo(0x8877_6655_4433_2211L);
  }

  @Test
  void signExtensionKeepsTheWidth() {
    assertThat(Arithmetic.signExtend(Width.W64, 8, 0x80)).isEqualTo(-128);
    assertThat(Arithmetic.signExtend(Width.W32, 8, 0x80)).isEqualTo(LOW - 127);
    assertThat(Arithmetic.signExtend(Width.W64, 32, 0x7fff_ffffL)).isEqualTo(0x7fff_ffffL);
  }

  private static long expected(Width width, AluOp op, long left, long right) {
    BigInteger a = unsigned(width, left);
    BigInteger b = unsigned(width, right);
    BigInteger signedA = signed(width, left);
    BigInteger signedB = signed(width, right);
    int shift = b.intValue() & (width.bits() - 1);
    boolean byZero = b.signum() == 0;
    BigInteger result =
        switch (op) {
          case ADD -> a.add(b);
          case SUB -> a.subtract(b);
          case MUL -> a.multiply(b);
          case DIV -> byZero ? BigInteger.ZERO : a.divide(b);
          case SDIV -> byZero ? BigInteger.ZERO : signedA.divide(signedB);
          case MOD -> byZero ? a : a.mod(b);
          case SMOD -> byZero ? a : signedA.remainder(signedB);
          case OR -> a.or(b);
          case AND -> a.and(b);
          case XOR -> a.xor(b);
          case LSH -> a.shiftLeft(shift);
          case RSH -> a.shiftRight(shift);
          case ARSH -> signedA.shiftRight(shift);
          case NEG -> a.negate();
          case MOV -> b;
        };
    return width == Width.W32 ? result.longValue() & LOW : result.longValue();
  }

  private static boolean expected(Width width, JumpOp op, long left, long right) {
    int unsigned = unsigned(width, left).compareTo(unsigned(width, right));
    int signed = signed(width, left).compareTo(signed(width, right));
    return switch (op) {
      case EQ -> unsigned == 0;
      case NE -> unsigned != 0;
      case SET -> unsigned(width, left).and(unsigned(width, right)).signum() != 0;
      case GT -> unsigned > 0;
      case GE -> unsigned >= 0;
      case LT -> unsigned < 0;
      case LE -> unsigned <= 0;
      case SGT -> signed > 0;
      case SGE -> signed >= 0;
      case SLT -> signed < 0;
      case SLE -> signed <= 0;
    };
  }

  private static BigInteger unsigned(Width width, long value) {
    return BigInteger.valueOf(value)
        .and(BigInteger.ONE.shiftLeft(width.bits()).subtract(BigInteger.ONE));
  }

  private static BigInteger signed(Width width, long value) {
    return BigInteger.valueOf(width == Width.W32 ? (int) value : value);
  }
}
