// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.isa.Register;

/**
 * Numbers of registers: 0 to 10 are the machine's (0 result, 1 to 5 arguments, 6 to 9 survive
 * calls, 10 frame), those above are virtual.
 */
final class MachineRegisters {
  static final int RESULT = 0;
  static final int CONTEXT = 1;
  static final int LAST_ARGUMENT = 5;
  static final int FRAME = 10;

  /** How many registers can be allocated: R0 to R9. */
  static final int ALLOCATABLE = 10;

  static final int FIRST_VIRTUAL = 11;

  private static final Register[] REGISTERS = Register.values();

  private MachineRegisters() {}

  static boolean isVirtual(int register) {
    return register >= FIRST_VIRTUAL;
  }

  /** The machine's register of this number. */
  static Register machine(int register) {
    return REGISTERS[register];
  }
}
