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
 * {@code (x + 1) + 2} becomes {@code x + 3}, likewise for {@code *}, {@code &}, {@code |}, {@code
 * ^} and shifts; {@code (x >> 3) << 3} becomes {@code x & -8}.
 */
public final class CombineConstants implements Rule {
  @Override
  public Optional<Value> apply(Statement statement, Rewriting rewriting) {
    if (!(statement.operation()
            instanceof Operation.Alu(Width width, AluOp outer, Value middle, Value right))
        || width != Width.W64
        || !rewriting.isUsedOnce(middle)
        || !(rewriting.operation(middle).orElse(null)
            instanceof Operation.Alu(Width innerWidth, AluOp inner, Value left, Value first))
        || innerWidth != Width.W64) {
      return Optional.empty();
    }
    OptionalLong one = rewriting.constant(first);
    OptionalLong other = rewriting.constant(right);
    return one.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : combine(rewriting, left, inner, one.getAsLong(), outer, other.getAsLong());
  }

  private static Optional<Value> combine(
      Rewriting r, Value left, AluOp inner, long one, AluOp outer, long other) {
    if (inner == outer) {
      return switch (inner) {
        case ADD, MUL, AND, OR, XOR ->
            Optional.of(r.alu(inner, left, Evaluation.alu(Width.W64, inner, one, other)));
        case LSH, RSH ->
            one + other < 64 ? Optional.of(r.alu(inner, left, one + other)) : Optional.empty();
        case SUB, DIV, SDIV, NEG, MOD, SMOD, MOV, ARSH -> Optional.empty();
      };
    }
    if (inner == AluOp.RSH && outer == AluOp.LSH && one == other && one < 32) {
      return Optional.of(r.alu(AluOp.AND, left, -1L << one));
    }
    if (inner == AluOp.LSH && outer == AluOp.RSH && one == other && one >= 32) {
      return Optional.of(r.alu(AluOp.AND, left, -1L >>> one));
    }
    return Optional.empty();
  }
}
