// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Value;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code 2 + 3} becomes {@code 5}. */
public final class FoldConstants implements Rule {
  @Override
  public Optional<Value> apply(Statement statement, Rewriting rewriting) {
    return switch (statement.operation()) {
      case Operation.Alu(var width, var op, Value left, Value right) -> {
        OptionalLong one = rewriting.constant(left);
        OptionalLong other = rewriting.constant(right);
        yield one.isPresent() && other.isPresent()
            ? Optional.of(
                rewriting.number(Evaluation.alu(width, op, one.getAsLong(), other.getAsLong())))
            : Optional.empty();
      }
      case Operation.SignExtend(int bits, Value value) ->
          number(rewriting, value)
              .map(number -> rewriting.number(Evaluation.signExtend(bits, number)));
      case Operation.ByteSwap(var order, int bits, Value value) ->
          number(rewriting, value)
              .map(number -> rewriting.number(Evaluation.byteSwap(order, bits, number)));
      default -> Optional.empty();
    };
  }

  private static Optional<Long> number(Rewriting rewriting, Value value) {
    OptionalLong number = rewriting.constant(value);
    return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
  }
}
