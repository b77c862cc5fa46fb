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

/** {@code 5 + x} becomes {@code x + 5}, {@code x - 5} becomes {@code x + -5}. */
public final class OrderOperands implements Rule {
  @Override
  public Optional<Value> apply(Statement statement, Rewriting rewriting) {
    if (!(statement.operation()
        instanceof Operation.Alu(Width width, AluOp op, Value left, Value right))) {
      return Optional.empty();
    }
    OptionalLong number = rewriting.constant(right);
    boolean leftIsNumber = rewriting.constant(left).isPresent();
    return switch (op) {
      case ADD, MUL, AND, OR, XOR ->
          leftIsNumber && number.isEmpty()
              ? Optional.of(rewriting.alu(width, op, right, left))
              : Optional.empty();
      case SUB ->
          number.isPresent() && number.getAsLong() != Long.MIN_VALUE && !leftIsNumber
              ? Optional.of(
                  rewriting.alu(width, AluOp.ADD, left, rewriting.number(-number.getAsLong())))
              : Optional.empty();
      case DIV, SDIV, MOD, SMOD, LSH, RSH, ARSH, NEG, MOV -> Optional.empty();
    };
  }
}
