// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Value;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code x * 8}, {@code x / 8} and {@code x % 8} become {@code x << 3}, {@code x >> 3}, {@code x &
 * 7}.
 */
public final class ReduceStrength implements Rule {
  @Override
  public Optional<Value> apply(Statement statement, Rewriting rewriting) {
    if (!(statement.operation()
        instanceof Operation.Alu(Width width, AluOp op, Value left, Value right))) {
      return Optional.empty();
    }
    OptionalLong number = rewriting.constant(right);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    long value = width == Width.W64 ? number.getAsLong() : number.getAsLong() & 0xffff_ffffL;
    if (Long.bitCount(value) != 1 || value == 1) {
      return Optional.empty();
    }
    int shift = Long.numberOfTrailingZeros(value);
    return switch (op) {
      case MUL -> Optional.of(rewriting.alu(width, AluOp.LSH, left, rewriting.number(shift)));
      case DIV -> Optional.of(rewriting.alu(width, AluOp.RSH, left, rewriting.number(shift)));
      case MOD -> Optional.of(rewriting.alu(width, AluOp.AND, left, rewriting.number(value - 1)));
      case ADD, SUB, SDIV, SMOD, OR, AND, LSH, RSH, ARSH, NEG, XOR, MOV -> Optional.empty();
    };
  }
}
