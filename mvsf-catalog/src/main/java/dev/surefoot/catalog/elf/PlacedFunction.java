// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.isa.Instruction;
import java.util.List;

/** A function and where it lies. */
final class PlacedFunction {
  static final int SLOT_BYTES = 8;

  private final AssembledFunction function;
  private final String section;
  private final boolean entry;
  private final int[] offsets;

  /** Places the function at a byte offset of a section; {@code entry} where it is a program's. */
  PlacedFunction(AssembledFunction function, String section, int offset, boolean entry) {
    this.function = function;
    this.section = section;
    this.entry = entry;
    List<Instruction> instructions = function.instructions();
    offsets = new int[instructions.size() + 1];
    offsets[0] = offset;
    for (int i = 0; i < instructions.size(); i++) {
      offsets[i + 1] = offsets[i] + instructions.get(i).slots() * SLOT_BYTES;
    }
  }

  AssembledFunction function() {
    return function;
  }

  String section() {
    return section;
  }

  boolean entry() {
    return entry;
  }

  /** Where it begins in its section, in bytes. */
  int offset() {
    return offsets[0];
  }

  /** Length in bytes. */
  int bytes() {
    return offsets[offsets.length - 1] - offsets[0];
  }

  /** Offset in the section, in bytes, of the instruction with this index. */
  int offsetOf(int index) {
    return offsets[index];
  }
}
