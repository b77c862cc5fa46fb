// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.isa.Instruction;

/** A function and where it lies: {@code offset} in bytes in {@code section}. */
record PlacedFunction(AssembledFunction function, String section, int offset, boolean entry) {
  static final int SLOT_BYTES = 8;

  /** Length in bytes. */
  int bytes() {
    return function.slots() * SLOT_BYTES;
  }

  /** Offset in the section, in bytes, of the instruction with this index. */
  int offsetOf(int index) {
    return offset
        + SLOT_BYTES
            * function.instructions().subList(0, index).stream().mapToInt(Instruction::slots).sum();
  }
}
