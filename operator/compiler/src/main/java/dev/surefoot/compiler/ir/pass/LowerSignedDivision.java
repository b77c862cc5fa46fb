// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Signed division, which kernels have since 6.6 only (ISA version 4), by unsigned division and the
 * sign {@code s = x >> 63}: {@code |x| = (x ^ s) - s}; or by shifts where the divisor is a power of
 * two.
 */
public final class LowerSignedDivision implements Rule {
  @Override
  public Optional<Value> apply(Statement statement, Rewriting rewriting) {
    if (!(statement.operation()
            instanceof Operation.Alu(Width width, AluOp op, Value left, Value right))
        || (op != AluOp.SDIV && op != AluOp.SMOD)) {
      return Optional.empty();
    }
    if (width == Width.W64) {
      return Optional.of(divide(rewriting, op, left, right));
    }
    Value quotient = divide(rewriting, op, extended(rewriting, left), extended(rewriting, right));
    return Optional.of(rewriting.alu(AluOp.AND, quotient, 0xffff_ffffL));
  }

  private static Value divide(Rewriting r, AluOp op, Value left, Value right) {
    OptionalLong number = r.constant(right);
    boolean positive = r.range(left).isNonNegative();
    if (positive && r.range(right).isNonNegative()) {
      return r.alu(op == AluOp.SDIV ? AluOp.DIV : AluOp.MOD, left, right);
    }
    if (number.isEmpty() || number.getAsLong() == 0) {
      return op == AluOp.SDIV ? quotient(r, left, right) : remainder(r, left, right);
    }
    long divisor = number.getAsLong();
    long size = Math.abs(divisor);
    boolean power = Long.bitCount(size) == 1 && size > 1;
    if (op == AluOp.SMOD) {
      return power ? remainderByPower(r, left, size) : remainderBy(r, left, size);
    }
    Value quotient =
        size == 1 ? left : power ? quotientByPower(r, left, size) : quotientBy(r, left, size);
    return divisor < 0 ? r.alu(AluOp.SUB, r.number(0), quotient) : quotient;
  }

  private static Value quotient(Rewriting r, Value left, Value right) {
    Value leftSign = sign(r, left);
    Value rightSign = sign(r, right);
    Value size = r.alu(AluOp.DIV, withSign(r, left, leftSign), withSign(r, right, rightSign));
    return withSign(r, size, r.alu(AluOp.XOR, leftSign, rightSign));
  }

  private static Value remainder(Rewriting r, Value left, Value right) {
    Value leftSign = sign(r, left);
    Value size = r.alu(AluOp.MOD, withSign(r, left, leftSign), withSign(r, right, sign(r, right)));
    return withSign(r, size, leftSign);
  }

  private static Value quotientBy(Rewriting r, Value left, long size) {
    Value sign = sign(r, left);
    return withSign(r, r.alu(AluOp.DIV, withSign(r, left, sign), size), sign);
  }

  private static Value remainderBy(Rewriting r, Value left, long size) {
    Value sign = sign(r, left);
    return withSign(r, r.alu(AluOp.MOD, withSign(r, left, sign), size), sign);
  }

  private static Value quotientByPower(Rewriting r, Value left, long size) {
    Value sum = r.alu(AluOp.ADD, left, roundUp(r, left, size));
    return r.alu(AluOp.ARSH, sum, Long.numberOfTrailingZeros(size));
  }

  private static Value remainderByPower(Rewriting r, Value left, long size) {
    Value up = roundUp(r, left, size);
    Value low = r.alu(AluOp.AND, r.alu(AluOp.ADD, left, up), size - 1);
    return r.alu(AluOp.SUB, low, up);
  }

  /** {@code size - 1} where the number is negative, else 0. */
  private static Value roundUp(Rewriting r, Value value, long size) {
    return r.alu(AluOp.RSH, sign(r, value), 64 - Long.numberOfTrailingZeros(size));
  }

  private static Value sign(Rewriting r, Value value) {
    return r.alu(AluOp.ARSH, value, 63);
  }

  /** The value where the sign is 0, its negative where the sign is -1. */
  private static Value withSign(Rewriting r, Value value, Value sign) {
    return r.alu(AluOp.SUB, r.alu(AluOp.XOR, value, sign), sign);
  }

  private static Value extended(Rewriting rewriting, Value value) {
    OptionalLong number = rewriting.constant(value);
    return number.isPresent()
        ? rewriting.number(Evaluation.signExtend(32, number.getAsLong()))
        : rewriting.emit(Type.SCALAR, new Operation.SignExtend(32, value));
  }
}
