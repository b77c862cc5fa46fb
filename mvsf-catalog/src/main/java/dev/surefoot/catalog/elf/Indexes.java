// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.elf.ElfFile.Section;
import dev.surefoot.catalog.elf.ElfFile.Symbol;
import dev.surefoot.catalog.isa.Instruction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From a section's byte offsets to the indexes of a function's instructions. */
final class Indexes {
  private final Section section;
  private final Symbol function;
  private final Map<Integer, Integer> byOffset = new HashMap<>();

  Indexes(Section section, Symbol function, List<Instruction> code) {
    this.section = section;
    this.function = function;
    int offset = function.offset();
    for (int i = 0; i < code.size(); i++) {
      byOffset.put(offset, i);
      offset += code.get(i).slots() * PlacedFunction.SLOT_BYTES;
    }
  }

  Section section() {
    return section;
  }

  /** Whether the offset lies in the function. */
  boolean contains(int offset) {
    return offset >= function.offset() && offset < function.offset() + function.bytes();
  }

  /** Index of the instruction that begins here. */
  int at(int offset) {
    Integer index = byOffset.get(offset);
    if (index == null) {
      throw new ElfFormatException(
          section.offset() + (long) offset,
          "no instruction of %s begins here".formatted(function.name()));
    }
    return index;
  }
}
