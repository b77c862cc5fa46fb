// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.asm;

import dev.surefoot.catalog.isa.Instruction;
import java.util.List;

/**
 * One function with numeric jumps and symbolic references to everything outside itself. A
 * referenced instruction holds a placeholder: {@code Immediate64.Value(0)}, {@code
 * CallSubprogram(-1)}, {@code CallKfunc(-1, 0)}, or the offset or immediate 0.
 */
public record AssembledFunction(
    String name, List<Instruction> instructions, List<Reference> references, List<LineMark> lines) {
  public AssembledFunction {
    instructions = List.copyOf(instructions);
    references = List.copyOf(references);
    lines = List.copyOf(lines);
  }

  /** Length in 8-byte slots. */
  public int slots() {
    return instructions.stream().mapToInt(Instruction::slots).sum();
  }
}
