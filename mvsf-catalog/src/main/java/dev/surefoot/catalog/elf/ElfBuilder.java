// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.btf.BtfStrings;
import dev.surefoot.catalog.btf.LittleEndianOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts sections, symbols and relocations together to a relocatable ELF64 file for BPF. */
final class ElfBuilder {
  /** A symbol; {@code section} is empty where another object defines it. */
  record Symbol(
      String name, Optional<String> section, int offset, int size, int binding, int type) {}

  private record Relocation(int offset, String symbol, int type) {}

  private record Header(
      String name, int type, int flags, int size, int link, int info, int align, int entryBytes) {}

  private final Map<String, Integer> sectionIndexes = new HashMap<>();
  private final List<Header> headers = new ArrayList<>();
  private final List<byte[]> contents = new ArrayList<>();
  private final List<Symbol> locals = new ArrayList<>();
  private final List<Symbol> globals = new ArrayList<>();
  private final Map<String, List<Relocation>> relocations = new LinkedHashMap<>();
  private final BtfStrings names = new BtfStrings();

  ElfBuilder() {
    add(new Header("", 0, 0, 0, 0, 0, 0, 0), new byte[0]);
  }

  /** Adds a section with content. */
  void section(String name, int flags, int align, byte[] content) {
    int type = ElfFormat.SECTION_PROGBITS;
    add(new Header(name, type, flags, content.length, 0, 0, align, 0), content);
  }

  /** Adds a section of zeros that takes no room in the file. */
  void zeroSection(String name, int align, int bytes) {
    int flags = ElfFormat.FLAG_WRITE | ElfFormat.FLAG_ALLOC;
    add(new Header(name, ElfFormat.SECTION_NOBITS, flags, bytes, 0, 0, align, 0), new byte[0]);
  }

  /** Adds a symbol; its name, for a section symbol that of the section, must be new. */
  void symbol(Symbol symbol) {
    (symbol.binding() == ElfFormat.BIND_LOCAL ? locals : globals).add(symbol);
  }

  /** Adds a relocation at a byte offset of a section. */
  void relocation(String section, int offset, String symbol, int type) {
    relocations
        .computeIfAbsent(section, _ -> new ArrayList<>())
        .add(new Relocation(offset, symbol, type));
  }

  /** The file. */
  byte[] build() {
    addSymbolsAndRelocations();
    int sectionNames = headers.size();
    headers.forEach(header -> names.offset(header.name()));
    names.offset(".strtab");
    byte[] strings = names.toByteArray();
    add(new Header(".strtab", ElfFormat.SECTION_STRTAB, 0, strings.length, 0, 0, 1, 0), strings);
    return file(sectionNames);
  }

  private void addSymbolsAndRelocations() {
    int symbolTable = headers.size() + relocations.size();
    Map<String, Integer> symbolIndexes = new HashMap<>();
    byte[] symbols = symbols(symbolIndexes);
    relocations.forEach(
        (section, list) -> {
          byte[] content = relocations(list, symbolIndexes);
          add(
              new Header(
                  ".rel" + section,
                  ElfFormat.SECTION_REL,
                  ElfFormat.FLAG_INFO_LINK,
                  content.length,
                  symbolTable,
                  sectionIndexes.get(section),
                  8,
                  ElfFormat.RELOCATION_BYTES),
              content);
        });
    add(
        new Header(
            ".symtab",
            ElfFormat.SECTION_SYMTAB,
            0,
            symbols.length,
            symbolTable + 1,
            locals.size() + 1,
            8,
            ElfFormat.SYMBOL_BYTES),
        symbols);
  }

  /** Local symbols come before global ones; the first of all is empty. */
  private byte[] symbols(Map<String, Integer> indexes) {
    LittleEndianOutput out = new LittleEndianOutput().u64(0).u64(0).u64(0);
    List<Symbol> ordered = new ArrayList<>(locals);
    ordered.addAll(globals);
    for (Symbol symbol : ordered) {
      if (indexes.put(symbol.name(), indexes.size() + 1) != null) {
        throw new IllegalArgumentException("two symbols are called " + symbol.name());
      }
      boolean isSection = symbol.type() == ElfFormat.SYMBOL_SECTION;
      out.u32(isSection ? 0 : names.offset(symbol.name()))
          .u8(symbol.binding() << 4 | symbol.type())
          .u8(0)
          .u16(symbol.section().map(sectionIndexes::get).orElse(0))
          .u64(symbol.offset())
          .u64(symbol.size());
    }
    return out.toByteArray();
  }

  private static byte[] relocations(List<Relocation> list, Map<String, Integer> symbolIndexes) {
    LittleEndianOutput out = new LittleEndianOutput();
    for (Relocation relocation : list) {
      Integer symbol = symbolIndexes.get(relocation.symbol());
      if (symbol == null) {
        throw new IllegalArgumentException("nothing defines " + relocation.symbol());
      }
      out.u64(relocation.offset()).u32(relocation.type()).u32(symbol);
    }
    return out.toByteArray();
  }

  private void add(Header header, byte[] content) {
    sectionIndexes.put(header.name(), headers.size());
    headers.add(header);
    contents.add(content);
  }

  private byte[] file(int sectionNames) {
    LittleEndianOutput body = new LittleEndianOutput().bytes(new byte[ElfFormat.HEADER_BYTES]);
    LittleEndianOutput table = new LittleEndianOutput();
    for (int i = 0; i < headers.size(); i++) {
      Header header = headers.get(i);
      body.align(header.type() == ElfFormat.SECTION_NOBITS ? 1 : Math.max(header.align(), 1));
      table
          .u32(names.offset(header.name()))
          .u32(header.type())
          .u64(header.flags())
          .u64(0)
          .u64(i == 0 ? 0 : body.size())
          .u64(header.size())
          .u32(header.link())
          .u32(header.info())
          .u64(header.align())
          .u64(header.entryBytes());
      body.bytes(contents.get(i));
    }
    body.align(8);
    byte[] header = header(body.size(), sectionNames);
    byte[] file = body.bytes(table.toByteArray()).toByteArray();
    System.arraycopy(header, 0, file, 0, header.length);
    return file;
  }

  private byte[] header(int tableOffset, int sectionNames) {
    return new LittleEndianOutput()
        .bytes("\177ELF".getBytes(StandardCharsets.ISO_8859_1))
        // 64 bits, little endian, version 1.
        .u8(2)
        .u8(1)
        .u8(1)
        .align(16)
        .u16(ElfFormat.TYPE_RELOCATABLE)
        .u16(ElfFormat.MACHINE_BPF)
        .u32(1)
        .u64(0)
        .u64(0)
        .u64(tableOffset)
        .u32(0)
        .u16(ElfFormat.HEADER_BYTES)
        .u16(0)
        .u16(0)
        .u16(ElfFormat.SECTION_HEADER_BYTES)
        .u16(headers.size())
        .u16(sectionNames)
        .toByteArray();
  }
}
