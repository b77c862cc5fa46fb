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
 * Constants that the verifier refuses as immediates (kernel/bpf/verifier.c, check_alu_op): {@code x
 * / 0} becomes {@code 0}, {@code x % 0} becomes {@code x}, and {@code x << 64} becomes {@code x <<
 * 0}.
 */
public final class Legalize implements Rule {
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
    long value = width == Width.W32 ? (int) number.getAsLong() : number.getAsLong();
    return switch (op) {
      case DIV, SDIV -> value == 0 ? Optional.of(rewriting.number(0)) : Optional.empty();
      case MOD, SMOD ->
          value == 0 ? Optional.of(wholeOrLow(width, left, rewriting)) : Optional.empty();
      case LSH, RSH, ARSH -> {
        long count = value & (width.bits() - 1);
        yield count == value
            ? Optional.empty()
            : Optional.of(rewriting.alu(width, op, left, rewriting.number(count)));
      }
      case ADD, SUB, MUL, OR, AND, NEG, XOR, MOV -> Optional.empty();
    };
  }

  private static Value wholeOrLow(Width width, Value value, Rewriting rewriting) {
    return width == Width.W64 ? value : rewriting.alu(AluOp.AND, value, 0xffff_ffffL);
  }
}
