// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.asm;

import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.InstructionPrinter;
import java.util.HashMap;
import java.util.Map;

/**
 * Functions in the kernel's notation, with the names of what they refer to and the user's text
 * before the code that stands for it, as {@code bpftool prog dump xlated linum} has it.
 */
public final class FunctionPrinter {
  private FunctionPrinter() {}

  /** The function's name, then a line for each instruction. */
  public static String print(AssembledFunction function) {
    Map<Integer, Reference> references = new HashMap<>();
    function.references().forEach(reference -> references.put(reference.index(), reference));
    Map<Integer, SourceLine> lines = new HashMap<>();
    function.lines().forEach(mark -> lines.put(mark.index(), mark.line()));
    StringBuilder out = new StringBuilder(function.name()).append(":\n");
    int slot = 0;
    for (int i = 0; i < function.instructions().size(); i++) {
      Instruction instruction = function.instructions().get(i);
      if (lines.containsKey(i)) {
        SourceLine line = lines.get(i);
        out.append("; %s [%d:%d]\n".formatted(line.text(), line.line(), line.column()));
      }
      String text = InstructionPrinter.print(instruction);
      if (references.containsKey(i)) {
        text = named(text, references.get(i));
      }
      out.append(InstructionPrinter.line(slot, instruction, text)).append('\n');
      slot += instruction.slots();
    }
    return out.toString();
  }

  private static String named(String text, Reference reference) {
    return switch (reference) {
      case Reference.ToMap(_, String map) -> target(text) + "map[" + map + "]";
      case Reference.ToMapValue(_, String map, int offset) ->
          target(text) + "map[" + map + "][0]+" + offset;
      case Reference.ToFunction(_, String function) ->
          text.startsWith("call") ? "call " + function : target(text) + "subprog[" + function + "]";
      case Reference.ToKfunc(_, String kfunc) -> "call " + kfunc + "#kfunc";
      case Reference.ToKernelType(_, CoreAccess access) -> text + "  ; " + describe(access);
    };
  }

  /** The text up to and with the equals sign. */
  private static String target(String text) {
    return text.substring(0, text.indexOf("= ") + 2);
  }

  private static String describe(CoreAccess access) {
    StringBuilder path = new StringBuilder(access.struct().name());
    access.path().forEach(member -> path.append('.').append(member));
    return switch (access.kind()) {
      case FIELD_BYTE_OFFSET -> "offset of " + path;
      case FIELD_BYTE_SIZE, TYPE_SIZE -> "size of " + path;
      case FIELD_EXISTS, TYPE_EXISTS, ENUM_VALUE_EXISTS -> "whether there is " + path;
      case ENUM_VALUE -> "value of " + path;
    };
  }
}
