// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.expression;

/**
 * Two-operand arithmetic. On INT64: wraps; DIVIDE and MODULO truncate toward zero and give NULL for
 * a zero divisor. On DOUBLE: as IEEE 754 has it, but NULL for a zero divisor too. The bit
 * operations and shifts are for INT64 only; shifts take the low 6 bits.
 */
public enum ArithmeticOp {
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  MODULO("%"),
  BIT_AND("&"),
  BIT_OR("|"),
  BIT_XOR("^");

  private final String symbol;

  ArithmeticOp(String symbol) {
    this.symbol = symbol;
  }

  /** How it is printed. */
  public String symbol() {
    return symbol;
  }
}
