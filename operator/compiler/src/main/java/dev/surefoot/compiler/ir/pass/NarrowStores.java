// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import java.util.Optional;
import java.util.OptionalLong;

/** A store of 4 bytes of {@code x & 0xffffffff} stores {@code x}: high bits do not matter to it. */
public final class NarrowStores implements Rule {
  @Override
  public Optional<Value> apply(Statement statement, Rewriting rewriting) {
    if (!(statement.operation()
            instanceof Operation.Store(MemorySize size, Value pointer, int offset, Value value))
        || size == MemorySize.B8) {
      return Optional.empty();
    }
    return sameLowBits(value, 8 * size.bytes(), rewriting)
        .map(
            source ->
                rewriting.emit(Type.NOTHING, new Operation.Store(size, pointer, offset, source)));
  }

  private static Optional<Value> sameLowBits(Value value, int bits, Rewriting rewriting) {
    return switch (rewriting.operation(value).orElse(null)) {
      case Operation.Alu(_, AluOp op, Value left, Value right) when op == AluOp.AND -> {
        long low = (1L << bits) - 1;
        OptionalLong mask = rewriting.constant(right);
        yield mask.isPresent() && (mask.getAsLong() & low) == low
            ? Optional.of(left)
            : Optional.empty();
      }
      case Operation.SignExtend(int extended, Value inner) when extended >= bits ->
          Optional.of(inner);
      case null, default -> Optional.empty();
    };
  }
}
