// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

/** The second operand of a machine instruction. */
sealed interface Source {
  /** A register, machine or virtual. */
  record Reg(int register) implements Source {}

  /** An immediate, sign-extended to the width of the operation. */
  record Imm(int value) implements Source {}
}
