// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.Range;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code (p + 8) + x} becomes {@code (p + x) + 8}, and {@code p + (x + 8)} too: loads and stores
 * take the constant into their offset.
 */
public final class MoveOffsetsOutwards implements Rule {
  /** {@code BPF_MAX_VAR_OFF}: the verifier takes no larger variable offset. */
  private static final long MAX_OFFSET = 1L << 29;

  @Override
  public Optional<Value> apply(Statement statement, Rewriting rewriting) {
    if (!(statement.operation() instanceof Operation.PointerAdd(Value pointer, Value offset))) {
      return Optional.empty();
    }
    OptionalLong outer = rewriting.constant(offset);
    if (rewriting.operation(pointer).orElse(null)
            instanceof Operation.PointerAdd(Value base, Value first)
        && rewriting.constant(first).isPresent()) {
      long inner = rewriting.constant(first).getAsLong();
      return Optional.of(
          outer.isPresent()
              ? add(rewriting, base, rewriting.number(inner + outer.getAsLong()))
              : add(rewriting, add(rewriting, base, offset), rewriting.number(inner)));
    }
    if (outer.isPresent()) {
      return intoMapValue(pointer, outer.getAsLong(), rewriting);
    }
    return constantOfSum(pointer, offset, rewriting);
  }

  private static Optional<Value> constantOfSum(Value pointer, Value offset, Rewriting r) {
    if (!(r.operation(offset).orElse(null)
            instanceof Operation.Alu(Width width, AluOp op, Value variable, Value constant))
        || width != Width.W64
        || op != AluOp.ADD
        || !r.isUsedOnce(offset)
        || r.constant(constant).isEmpty()) {
      return Optional.empty();
    }
    long number = r.constant(constant).getAsLong();
    Range range = r.range(variable);
    return number >= 0 && number <= Short.MAX_VALUE && range.isAtMost(MAX_OFFSET - 1)
        ? Optional.of(add(r, add(r, pointer, variable), constant))
        : Optional.empty();
  }

  private static Optional<Value> intoMapValue(Value pointer, long offset, Rewriting r) {
    if (r.operation(pointer).orElse(null) instanceof Operation.MapValueAddress(var map, int first)
        && offset >= 0
        && first + offset < map.valueBytes()) {
      return Optional.of(
          r.emit(
              new Type.MapValue(map), new Operation.MapValueAddress(map, (int) (first + offset))));
    }
    return Optional.empty();
  }

  private static Value add(Rewriting rewriting, Value pointer, Value offset) {
    return rewriting.emit(Type.moved(pointer.type()), new Operation.PointerAdd(pointer, offset));
  }
}
