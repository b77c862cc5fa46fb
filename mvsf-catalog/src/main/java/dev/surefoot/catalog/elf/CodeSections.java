// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.LineMark;
import dev.surefoot.catalog.asm.Reference;
import dev.surefoot.catalog.btf.BtfBuilder;
import dev.surefoot.catalog.btf.BtfExtension;
import dev.surefoot.catalog.btf.BtfExtension.CoreRelocation;
import dev.surefoot.catalog.btf.BtfExtension.FunctionInfo;
import dev.surefoot.catalog.btf.BtfExtension.LineInfo;
import dev.surefoot.catalog.btf.LittleEndianOutput;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.InstructionEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes code: sections, symbols, relocations, and what {@code .BTF.ext} says about them. */
final class CodeSections {
  private final String sourceName;
  private final CodePlacement placement;
  private final ElfBuilder elf;
  private final DeclaredTypes types;
  private final List<FunctionInfo> functions = new ArrayList<>();
  private final List<LineInfo> lines = new ArrayList<>();
  private final List<CoreRelocation> relocations = new ArrayList<>();

  private CodeSections(String sourceName, CodePlacement placement, ElfBuilder elf, BtfBuilder btf) {
    this.sourceName = sourceName;
    this.placement = placement;
    this.elf = elf;
    types = new DeclaredTypes(btf);
  }

  static BtfExtension write(ObjectDefinition object, ElfBuilder elf, BtfBuilder btf) {
    CodePlacement placement = new CodePlacement(object.programs());
    CodeSections sections = new CodeSections(object.sourceName(), placement, elf, btf);
    placement.sections().forEach(sections::section);
    placement.functions().forEach(sections::symbol);
    return new BtfExtension(sections.functions, sections.lines, sections.relocations);
  }

  private void section(String name, List<PlacedFunction> placed) {
    LittleEndianOutput code = new LittleEndianOutput();
    placed.forEach(function -> code.bytes(function(function)));
    elf.section(name, ElfFormat.FLAG_ALLOC | ElfFormat.FLAG_CODE, 8, code.toByteArray());
    if (name.equals(CodePlacement.TEXT)) {
      // Calls refer to the section, the way compilers have it for static functions.
      elf.symbol(
          new ElfBuilder.Symbol(
              name, Optional.of(name), 0, 0, ElfFormat.BIND_LOCAL, ElfFormat.SYMBOL_SECTION));
    }
  }

  private byte[] function(PlacedFunction placed) {
    String name = placed.function().name();
    int type = placed.entry() ? types.entry(name) : types.subprogram(name);
    functions.add(new FunctionInfo(placed.section(), placed.offset(), type));
    lines(placed);
    List<Instruction> code = new ArrayList<>(placed.function().instructions());
    for (Reference reference : placed.function().references()) {
      code.set(reference.index(), linked(placed, reference, code.get(reference.index())));
    }
    return InstructionEncoder.encode(code);
  }

  private void symbol(PlacedFunction placed) {
    elf.symbol(
        new ElfBuilder.Symbol(
            placed.function().name(),
            Optional.of(placed.section()),
            placed.offset(),
            placed.bytes(),
            placed.entry() ? ElfFormat.BIND_GLOBAL : ElfFormat.BIND_LOCAL,
            ElfFormat.SYMBOL_FUNCTION));
  }

  /** The kernel wants a line for the first instruction of each function. */
  private void lines(PlacedFunction placed) {
    Map<Integer, LineMark> marks = new TreeMap<>();
    placed.function().lines().forEach(mark -> marks.put(mark.index(), mark));
    if (!marks.containsKey(0)) {
      lines.add(
          new LineInfo(
              placed.section(), placed.offset(), sourceName, placed.function().name(), 0, 0));
    }
    for (LineMark mark : marks.values()) {
      lines.add(
          new LineInfo(
              placed.section(),
              placed.offsetOf(mark.index()),
              sourceName,
              mark.line().text(),
              Math.min(mark.line().line(), LineInfo.MAX_LINE),
              Math.min(mark.line().column(), LineInfo.MAX_COLUMN)));
    }
  }

  /** Adds the reference's relocation; gives the instruction as the file has it. */
  private Instruction linked(PlacedFunction placed, Reference reference, Instruction instruction) {
    String name = placed.function().name();
    int at = placed.offsetOf(reference.index());
    return switch (reference) {
      case Reference.ToMap(_, String map) -> {
        elf.relocation(placed.section(), at, map, ElfFormat.RELOCATION_LOAD);
        yield Placeholders.withImmediate64(instruction, 0);
      }
      case Reference.ToMapValue(_, String map, int offset) -> {
        elf.relocation(placed.section(), at, map, ElfFormat.RELOCATION_LOAD);
        yield Placeholders.withImmediate64(instruction, offset);
      }
      case Reference.ToFunction(_, String function) ->
          toFunction(placed, at, placement.subprogram(name, function), instruction);
      case Reference.ToKfunc(_, String kfunc) -> {
        elf.relocation(placed.section(), at, kfunc, ElfFormat.RELOCATION_CALL);
        // Compilers write a kernel function's call as that of a subprogram; libbpf turns it.
        yield new Instruction.CallSubprogram(-1);
      }
      case Reference.ToKernelType(_, CoreAccess access) -> {
        relocations.add(
            new CoreRelocation(
                placed.section(),
                at,
                types.kernelType(access.struct()),
                KernelLayout.access(access),
                access.kind().code()));
        yield Placeholders.withValue(instruction, KernelLayout.value(access));
      }
    };
  }

  /** The addend lies in the immediate: for a call in slots less one, for an address in bytes. */
  private Instruction toFunction(
      PlacedFunction placed, int at, PlacedFunction target, Instruction instruction) {
    if (instruction instanceof Instruction.CallSubprogram) {
      elf.relocation(placed.section(), at, CodePlacement.TEXT, ElfFormat.RELOCATION_CALL);
      return new Instruction.CallSubprogram(target.offset() / PlacedFunction.SLOT_BYTES - 1);
    }
    elf.relocation(placed.section(), at, CodePlacement.TEXT, ElfFormat.RELOCATION_LOAD);
    return Placeholders.withImmediate64(instruction, target.offset());
  }
}
