// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.Value;

/** What a row gives to a state of an aggregate. */
sealed interface StateInput {
  /** Number of the lowest bit of a value's upper half. */
  int UPPER_HALF = 32;

  /** The row itself, which is counted. */
  record One() implements StateInput {}

  /** A value. */
  record Whole(Expression expression) implements StateInput {}

  /** The upper 32 bits of a value, signed. */
  record UpperHalf(Expression expression) implements StateInput {}

  /** The value in a program. */
  default Value lower(FunctionBuilder builder, ExpressionLowering expressions) {
    return switch (this) {
      case One _ -> builder.constant(1);
      case Whole(Expression expression) -> expressions.integer(expression);
      case UpperHalf(Expression expression) ->
          builder.alu(AluOp.ARSH, expressions.integer(expression), UPPER_HALF);
    };
  }
}
