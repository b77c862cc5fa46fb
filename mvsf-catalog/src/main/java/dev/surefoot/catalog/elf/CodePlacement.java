// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.asm.AssembledFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each function lies: entries in their program's section, one after the other where programs
 * share a section, and subprograms in {@code .text}, from where libbpf copies them behind each
 * program that calls them.
 */
final class CodePlacement {
  /** The section of subprograms. */
  static final String TEXT = ".text";

  private final Map<String, PlacedFunction> byName = new LinkedHashMap<>();
  private final Map<String, Integer> sectionEnds = new HashMap<>();

  CodePlacement(List<ProgramDefinition> programs) {
    for (ProgramDefinition program : programs) {
      if (byName.containsKey(program.name())) {
        throw new IllegalArgumentException("two functions are called " + program.name());
      }
      place(program.entry(), program.section(), true);
      program.subprograms().forEach(this::placeSubprogram);
    }
  }

  /** All functions in the definition's order, each once. */
  List<PlacedFunction> functions() {
    return List.copyOf(byName.values());
  }

  /** The functions by section, subprograms first. */
  Map<String, List<PlacedFunction>> sections() {
    Map<String, List<PlacedFunction>> sections = new LinkedHashMap<>();
    if (sectionEnds.containsKey(TEXT)) {
      sections.put(TEXT, new ArrayList<>());
    }
    byName
        .values()
        .forEach(f -> sections.computeIfAbsent(f.section(), _ -> new ArrayList<>()).add(f));
    return sections;
  }

  /** The subprogram of this name. */
  PlacedFunction subprogram(String caller, String name) {
    PlacedFunction found = byName.get(name);
    if (found == null || found.entry()) {
      throw new IllegalArgumentException(
          "%s refers to %s, which is no subprogram of it".formatted(caller, name));
    }
    return found;
  }

  /** Programs may share a subprogram, but not the name of different ones. */
  private void placeSubprogram(AssembledFunction function) {
    PlacedFunction known = byName.get(function.name());
    if (known == null) {
      place(function, TEXT, false);
    } else if (known.entry() || !known.function().equals(function)) {
      throw new IllegalArgumentException("two functions are called " + function.name());
    }
  }

  private void place(AssembledFunction function, String section, boolean entry) {
    PlacedFunction placed =
        new PlacedFunction(function, section, sectionEnds.getOrDefault(section, 0), entry);
    sectionEnds.put(section, placed.offset() + placed.bytes());
    byName.put(function.name(), placed);
  }
}
