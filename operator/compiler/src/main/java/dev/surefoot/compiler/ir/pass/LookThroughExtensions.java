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
 * An extension of an extension extends what is within: {@code sign_extend32(x) & 0xff} becomes
 * {@code x & 0xff}, and {@code sign_extend8(x & 0xff)} becomes {@code sign_extend8(x)}.
 */
public final class LookThroughExtensions implements Rule {
  @Override
  public Optional<Value> apply(Statement statement, Rewriting rewriting) {
    return switch (statement.operation()) {
      case Operation.Alu(Width width, AluOp op, Value left, Value right)
          when op == AluOp.AND && width == Width.W64 -> {
        OptionalLong mask = rewriting.constant(right);
        yield mask.isPresent() && mask.getAsLong() > 0
            ? within(left, 64 - Long.numberOfLeadingZeros(mask.getAsLong()), rewriting)
                .map(inner -> rewriting.alu(AluOp.AND, inner, right))
            : Optional.empty();
      }
      case Operation.SignExtend(int bits, Value value) ->
          within(value, bits, rewriting)
              .map(inner -> rewriting.emit(Type.SCALAR, new Operation.SignExtend(bits, inner)));
      default -> Optional.empty();
    };
  }

  /** A value with the same low bits from which this one was extended. */
  static Optional<Value> within(Value value, int bits, Rewriting rewriting) {
    return switch (rewriting.operation(value).orElse(null)) {
      case Operation.SignExtend(int extended, Value inner) when extended >= bits ->
          Optional.of(inner);
      case Operation.Alu(Width width, AluOp op, Value left, Value right)
          when op == AluOp.AND && width == Width.W64 -> {
        long low = bits == 64 ? -1 : (1L << bits) - 1;
        OptionalLong mask = rewriting.constant(right);
        yield mask.isPresent() && (mask.getAsLong() & low) == low
            ? Optional.of(left)
            : Optional.empty();
      }
      case null, default -> Optional.empty();
    };
  }
}
