// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.Range;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What changes nothing goes: {@code x + 0}, {@code x * 1}, {@code x & 255} where x is known to be
 * below 256; and what gives 0 becomes 0: {@code x * 0}, {@code x - x}.
 */
public final class DropNeutral implements Rule {
  private static final long LOW_HALF = 0xffff_ffffL;

  @Override
  public Optional<Value> apply(Statement statement, Rewriting rewriting) {
    return switch (statement.operation()) {
      case Operation.Alu alu -> alu(alu, rewriting);
      case Operation.PointerAdd(Value pointer, Value offset) ->
          isNumber(offset, 0, rewriting) ? Optional.of(pointer) : Optional.empty();
      case Operation.SignExtend(int bits, Value value) -> {
        Range range = rewriting.range(value);
        long limit = 1L << (bits - 1);
        yield range.smin() >= -limit && range.smax() < limit
            ? Optional.of(value)
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Value> alu(Operation.Alu alu, Rewriting rewriting) {
    Value left = alu.left();
    if (left.equals(alu.right()) && (alu.op() == AluOp.SUB || alu.op() == AluOp.XOR)) {
      return Optional.of(rewriting.number(0));
    }
    OptionalLong number = rewriting.constant(alu.right());
    boolean whole = alu.width() == Width.W64 || rewriting.range(left).isAtMost(LOW_HALF);
    if (number.isEmpty() || !whole) {
      return Optional.empty();
    }
    long right = alu.width() == Width.W64 ? number.getAsLong() : number.getAsLong() & LOW_HALF;
    return switch (alu.op()) {
      case ADD, SUB, OR, XOR, LSH, RSH -> right == 0 ? Optional.of(left) : Optional.empty();
      case ARSH -> right == 0 && alu.width() == Width.W64 ? Optional.of(left) : Optional.empty();
      case DIV -> right == 1 ? Optional.of(left) : Optional.empty();
      case MUL ->
          right == 0
              ? Optional.of(rewriting.number(0))
              : right == 1 ? Optional.of(left) : Optional.empty();
      case MOD -> right == 1 ? Optional.of(rewriting.number(0)) : Optional.empty();
      case AND ->
          right == 0
              ? Optional.of(rewriting.number(0))
              : keepsAll(rewriting.range(left), right) ? Optional.of(left) : Optional.empty();
      case SDIV, SMOD, NEG, MOV -> Optional.empty();
    };
  }

  private static boolean keepsAll(Range range, long mask) {
    long possible = range.bits().max();
    long below = range.umax() == 0 ? 0 : -1L >>> Long.numberOfLeadingZeros(range.umax());
    return (possible & below & ~mask) == 0;
  }

  private static boolean isNumber(Value value, long number, Rewriting rewriting) {
    OptionalLong constant = rewriting.constant(value);
    return constant.isPresent() && constant.getAsLong() == number;
  }
}
