// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

/** The second operand: a register, or an immediate that is sign-extended to the width. */
public sealed interface Operand {
  /** A register. */
  record Reg(Register register) implements Operand {}

  /** A 32-bit immediate. */
  record Imm(int value) implements Operand {}

  /** The operand that is this register. */
  static Operand of(Register register) {
    return new Reg(register);
  }

  /** The operand that is this immediate. */
  static Operand of(int value) {
    return new Imm(value);
  }
}
