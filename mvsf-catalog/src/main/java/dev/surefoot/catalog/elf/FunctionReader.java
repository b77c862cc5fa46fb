// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.asm.LineMark;
import dev.surefoot.catalog.asm.Reference;
import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.btf.BtfExtension;
import dev.surefoot.catalog.btf.BtfExtension.Info;
import dev.surefoot.catalog.elf.ElfFile.Relocation;
import dev.surefoot.catalog.elf.ElfFile.Section;
import dev.surefoot.catalog.elf.ElfFile.Symbol;
import dev.surefoot.catalog.isa.Immediate64;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.InstructionDecoder;
import dev.surefoot.catalog.isa.InvalidInstructionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Functions of an object: instructions with what they refer to and the lines they stand for. */
final class FunctionReader {
  private final ElfFile elf;
  private final BtfExtension extension;
  private final ReadLayouts layouts;

  FunctionReader(ElfFile elf, BtfExtension extension, ReadLayouts layouts) {
    this.elf = elf;
    this.extension = extension;
    this.layouts = layouts;
  }

  /** The function symbols of a section, by offset. */
  List<Symbol> symbols(Section section) {
    return elf.symbols().stream()
        .filter(symbol -> symbol.function() && symbol.section() == section.index())
        .sorted(Comparator.comparingInt(Symbol::offset))
        .toList();
  }

  /** The function of this symbol. */
  AssembledFunction read(Section section, Symbol symbol) {
    int end = symbol.offset() + symbol.bytes();
    if (end < 0 || end > section.bytes()) {
      throw new ElfFormatException(
          section.offset(), symbol.name() + " goes beyond section " + section.name());
    }
    byte[] content = elf.content(section);
    List<Instruction> code =
        decode(section, symbol, Arrays.copyOfRange(content, symbol.offset(), end));
    Indexes indexes = new Indexes(section, symbol, code);
    List<Reference> references =
        Stream.concat(
                elf.relocations(section).stream()
                    .filter(relocation -> indexes.contains(relocation.offset()))
                    .map(relocation -> reference(relocation, code, indexes)),
                within(extension.relocations(), indexes)
                    .map(
                        relocation ->
                            new Reference.ToKernelType(
                                indexes.at(relocation.offset()), layouts.access(relocation))))
            .sorted(Comparator.comparingInt(Reference::index))
            .toList();
    references.forEach(reference -> blank(reference, code));
    return new AssembledFunction(symbol.name(), code, references, lines(indexes));
  }

  private static List<Instruction> decode(Section section, Symbol symbol, byte[] bytes) {
    try {
      return new ArrayList<>(InstructionDecoder.decode(bytes));
    } catch (InvalidInstructionException e) {
      throw new ElfFormatException(
          section.offset() + symbol.offset(), symbol.name() + ": " + e.getMessage());
    }
  }

  private List<LineMark> lines(Indexes indexes) {
    // Line 0 is none: the writer has it where the function says nothing of its beginning.
    return within(extension.lines(), indexes)
        .filter(line -> line.line() > 0)
        .map(
            line ->
                new LineMark(
                    indexes.at(line.offset()),
                    new SourceLine(line.line(), line.column(), line.text())))
        .toList();
  }

  private static <T extends Info> Stream<T> within(List<T> infos, Indexes indexes) {
    return infos.stream()
        .filter(info -> info.section().equals(indexes.section().name()))
        .filter(info -> indexes.contains(info.offset()));
  }

  private Reference reference(Relocation relocation, List<Instruction> code, Indexes indexes) {
    int index = indexes.at(relocation.offset());
    Symbol symbol = relocation.symbol();
    Function<String, ElfFormatException> refused =
        reason ->
            new ElfFormatException(
                indexes.section().offset() + relocation.offset(),
                "relocation to %s: %s".formatted(symbol.name(), reason));
    String section = elf.sectionOf(symbol).name();
    return switch (code.get(index)) {
      case Instruction.LoadImmediate64(_, Immediate64.Value(long value)) ->
          switch (section) {
            case MapSections.MAPS -> new Reference.ToMap(index, symbol.name());
            case MapPlace.AREA_MAP -> new Reference.ToMapValue(index, symbol.name(), (int) value);
            case CodePlacement.TEXT ->
                new Reference.ToFunction(index, functionAt(symbol, value, refused));
            default -> throw refused.apply("its section is not known");
          };
      case Instruction.CallSubprogram _ when symbol.section() == 0 ->
          new Reference.ToKfunc(index, symbol.name());
      case Instruction.CallSubprogram(int slots) when section.equals(CodePlacement.TEXT) ->
          new Reference.ToFunction(
              index, functionAt(symbol, (slots + 1L) * PlacedFunction.SLOT_BYTES, refused));
      default -> throw refused.apply("of " + code.get(index));
    };
  }

  private String functionAt(
      Symbol base, long addend, Function<String, ElfFormatException> refused) {
    return elf.symbols().stream()
        .filter(symbol -> symbol.function() && symbol.section() == base.section())
        .filter(symbol -> symbol.offset() == base.offset() + addend)
        .findFirst()
        .map(Symbol::name)
        .orElseThrow(() -> refused.apply("no function begins at " + (base.offset() + addend)));
  }

  /** Puts the placeholder back that {@link AssembledFunction} prescribes. */
  private static void blank(Reference reference, List<Instruction> code) {
    Instruction written = code.get(reference.index());
    Instruction blank =
        switch (reference) {
          case Reference.ToMap _, Reference.ToMapValue _ ->
              Placeholders.withImmediate64(written, 0);
          case Reference.ToFunction _ when written instanceof Instruction.CallSubprogram ->
              new Instruction.CallSubprogram(-1);
          case Reference.ToFunction _ -> Placeholders.withImmediate64(written, 0);
          case Reference.ToKfunc _ -> new Instruction.CallKfunc(-1, 0);
          case Reference.ToKernelType _ -> Placeholders.withValue(written, 0);
        };
    code.set(reference.index(), blank);
  }
}
