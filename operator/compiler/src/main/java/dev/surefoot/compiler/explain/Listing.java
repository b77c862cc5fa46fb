// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.explain;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.asm.LineMark;
import dev.surefoot.catalog.asm.Reference;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.InstructionPrinter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Bytecode in the kernel's notation, with the user's text above the code that stands for it. */
final class Listing {
  private Listing() {}

  static String print(AssembledFunction function) {
    Map<Integer, List<LineMark>> marks =
        function.lines().stream().collect(Collectors.groupingBy(LineMark::index));
    Map<Integer, String> notes = new HashMap<>();
    function.references().forEach(reference -> notes.put(reference.index(), note(reference)));
    StringBuilder out = new StringBuilder();
    String shown = "";
    int slot = 0;
    for (int index = 0; index < function.instructions().size(); index++) {
      Instruction instruction = function.instructions().get(index);
      for (LineMark mark : marks.getOrDefault(index, List.of())) {
        String text = mark.line().text().strip();
        if (!text.equals(shown)) {
          out.append("; ").append(mark.line().line()).append(": ").append(text).append('\n');
          shown = text;
        }
      }
      String code = InstructionPrinter.print(instruction);
      String note = notes.get(index);
      out.append(
          note == null
              ? String.format(Locale.ROOT, "%4d: %s%n", slot, code)
              : String.format(Locale.ROOT, "%4d: %-38s ; %s%n", slot, code, note));
      slot += instruction.slots();
    }
    return out.toString();
  }

  private static String note(Reference reference) {
    return switch (reference) {
      case Reference.ToMap(_, String map) -> "map " + map;
      case Reference.ToMapValue(_, String map, int offset) ->
          "value of map " + map + (offset == 0 ? "" : " + " + offset);
      case Reference.ToFunction(_, String function) -> "function " + function;
      case Reference.ToKfunc(_, String kfunc) -> "kernel function " + kfunc;
      case Reference.ToKernelType(_, var access) ->
          access.struct().name() + "." + String.join(".", access.path());
    };
  }
}
