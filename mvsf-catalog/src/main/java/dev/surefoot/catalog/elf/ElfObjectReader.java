// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.asm.Reference;
import dev.surefoot.catalog.btf.Btf;
import dev.surefoot.catalog.btf.BtfExtension;
import dev.surefoot.catalog.btf.BtfExtensionReader;
import dev.surefoot.catalog.btf.BtfFormatException;
import dev.surefoot.catalog.elf.ElfFile.Section;
import dev.surefoot.catalog.elf.ElfFile.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what {@link ElfObjectWriter} wrote back into its definition. What libbpf does not need is
 * not in an object and comes back in one form: the key of an array has no layout, a directly
 * addressed map is mapped ({@code MMAPABLE}), references and lines are in the order of the code.
 */
public final class ElfObjectReader {
  private final ElfFile elf;
  private final Btf btf;
  private final BtfExtension extension;
  private final Map<String, AssembledFunction> subprograms = new LinkedHashMap<>();
  private final List<ProgramDefinition> programs = new ArrayList<>();

  private ElfObjectReader(byte[] file) {
    elf = ElfFile.read(file);
    btf = Btf.read(content(".BTF"));
    extension = BtfExtensionReader.read(content(".BTF.ext"), btf);
  }

  /**
   * The definition of an object.
   *
   * @throws ElfFormatException where it is no object, or uses what definitions cannot say
   */
  public static ObjectDefinition read(byte[] file) {
    try {
      return new ElfObjectReader(file).read();
    } catch (BtfFormatException e) {
      throw new ElfFormatException(e.offset(), e.getMessage());
    } catch (IllegalArgumentException e) {
      // Well-formed bytes can still say what no definition may.
      throw new ElfFormatException(0, e.getMessage());
    }
  }

  private ObjectDefinition read() {
    readFunctions();
    return new ObjectDefinition(
        extension.lines().stream().map(BtfExtension.LineInfo::file).findFirst().orElse(""),
        license(),
        new MapReader(elf, btf).read(),
        programs,
        new KfuncReader(btf).read());
  }

  private String license() {
    String text = new String(content("license"), StandardCharsets.US_ASCII);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private byte[] content(String section) {
    return elf.section(section)
        .map(elf::content)
        .orElseThrow(() -> new ElfFormatException(0, "there is no section " + section));
  }

  /** Programs in the order of their symbols, which is that of the definition. */
  private void readFunctions() {
    FunctionReader reader = new FunctionReader(elf, extension, new ReadLayouts(btf));
    elf.section(CodePlacement.TEXT)
        .ifPresent(
            text ->
                reader
                    .symbols(text)
                    .forEach(symbol -> subprograms.put(symbol.name(), reader.read(text, symbol))));
    for (Symbol symbol : elf.symbols()) {
      Section section = elf.sectionOf(symbol);
      if (symbol.function() && section.isCode() && !section.name().equals(CodePlacement.TEXT)) {
        AssembledFunction entry = reader.read(section, symbol);
        programs.add(new ProgramDefinition(section.name(), entry, calledBy(entry)));
      }
    }
  }

  private List<AssembledFunction> calledBy(AssembledFunction entry) {
    Set<String> called = new LinkedHashSet<>();
    Deque<AssembledFunction> open = new ArrayDeque<>(List.of(entry));
    while (!open.isEmpty()) {
      for (Reference reference : open.pop().references()) {
        if (reference instanceof Reference.ToFunction(_, String name) && called.add(name)) {
          open.push(subprograms.get(name));
        }
      }
    }
    return subprograms.values().stream().filter(f -> called.contains(f.name())).toList();
  }
}
