// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sections, symbols and relocations of a relocatable ELF64 file for BPF. */
public final class ElfFile {
  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final List<Section> sections;
  private final List<Symbol> symbols;

  /**
   * A section.
   *
   * @param offset where its content begins in the file
   * @param bytes its size; a section of zeros has no content in the file
   */
  public record Section(
      int index, String name, int type, long flags, int offset, int bytes, int link, int info) {
    /** Whether it holds instructions. */
    public boolean isCode() {
      return (flags & ElfFormat.FLAG_CODE) != 0;
    }
  }

  /**
   * A symbol; that of a section has the section's name.
   *
   * @param section index of its section; 0 where another object defines it
   * @param offset where it begins in its section, in bytes
   */
  public record Symbol(
      String name, int section, int offset, int bytes, boolean global, boolean function) {}

  /** A relocation at a byte offset of its section. */
  public record Relocation(int offset, Symbol symbol, int type) {}

  private ElfFile(byte[] bytes) {
    this.bytes = bytes;
    buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    checkHeader();
    sections = readSections();
    symbols = readSymbols();
  }

  /**
   * Reads the tables of a file. Keeps the array, which must not change.
   *
   * @throws ElfFormatException where it is no such file, or a table is not valid
   */
  public static ElfFile read(byte[] file) {
    return new ElfFile(file);
  }

  /** All sections but the empty first one. */
  public List<Section> sections() {
    return sections.subList(1, sections.size());
  }

  /** The section of this name. */
  public Optional<Section> section(String name) {
    return sections().stream().filter(section -> section.name().equals(name)).findFirst();
  }

  /** The section that a symbol lies in; the empty first one where another object defines it. */
  public Section sectionOf(Symbol symbol) {
    return sections.get(symbol.section());
  }

  /** All symbols but the empty first one. */
  public List<Symbol> symbols() {
    return symbols.subList(Math.min(1, symbols.size()), symbols.size());
  }

  /** The bytes of a section. */
  public byte[] content(Section section) {
    return section.type() == ElfFormat.SECTION_NOBITS
        ? new byte[section.bytes()]
        : Arrays.copyOfRange(bytes, section.offset(), section.offset() + section.bytes());
  }

  /** The relocations of a section, in the file's order. */
  public List<Relocation> relocations(Section target) {
    List<Relocation> relocations = new ArrayList<>();
    for (Section section : sections()) {
      if (section.type() == ElfFormat.SECTION_REL && section.info() == target.index()) {
        for (int at : entries(section, ElfFormat.RELOCATION_BYTES)) {
          int offset = size(at, target.bytes(), "offset of a relocation");
          int symbol = buffer.getInt(at + 12);
          if (symbol < 0 || symbol >= symbols.size()) {
            throw new ElfFormatException(at + 12, "no symbol " + symbol);
          }
          relocations.add(new Relocation(offset, symbols.get(symbol), buffer.getInt(at + 8)));
        }
      }
    }
    return relocations;
  }

  private void checkHeader() {
    if (bytes.length < ElfFormat.HEADER_BYTES) {
      throw new ElfFormatException(0, bytes.length + " bytes are too few for an ELF header");
    }
    if (buffer.getInt(0) != 0x464c457f) {
      throw new ElfFormatException(0, "no ELF file");
    }
    if (bytes[4] != 2 || bytes[5] != 1) {
      throw new ElfFormatException(4, "not of 64 bits, little endian");
    }
    int machine = Short.toUnsignedInt(buffer.getShort(18));
    if (machine != ElfFormat.MACHINE_BPF) {
      throw new ElfFormatException(18, "made for machine " + machine + ", not for BPF (247)");
    }
  }

  private List<Section> readSections() {
    int count = Short.toUnsignedInt(buffer.getShort(60));
    int names = Short.toUnsignedInt(buffer.getShort(62));
    int table = size(40, bytes.length, "section table");
    if (table + (long) count * ElfFormat.SECTION_HEADER_BYTES > bytes.length || names >= count) {
      throw new ElfFormatException(40, "the section table goes beyond the file");
    }
    int nameTable = table + names * ElfFormat.SECTION_HEADER_BYTES;
    List<Section> read = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      read.add(section(i, table + i * ElfFormat.SECTION_HEADER_BYTES, nameTable));
    }
    return List.copyOf(read);
  }

  private Section section(int index, int at, int nameTable) {
    int type = buffer.getInt(at + 4);
    boolean hasContent = type != ElfFormat.SECTION_NOBITS && type != 0;
    int offset = size(at + 24, hasContent ? bytes.length : Integer.MAX_VALUE, "section");
    int room = hasContent ? bytes.length - offset : Integer.MAX_VALUE;
    return new Section(
        index,
        string(at, nameTable, buffer.getInt(at)),
        type,
        buffer.getLong(at + 8),
        offset,
        size(at + 32, room, "section size"),
        buffer.getInt(at + 40),
        buffer.getInt(at + 44));
  }

  private List<Symbol> readSymbols() {
    List<Symbol> read = new ArrayList<>();
    for (Section section : sections()) {
      if (section.type() == ElfFormat.SECTION_SYMTAB) {
        if (section.link() < 0 || section.link() >= sections.size()) {
          throw new ElfFormatException(section.offset(), "no section " + section.link());
        }
        for (int at : entries(section, ElfFormat.SYMBOL_BYTES)) {
          read.add(symbol(at, sections.get(section.link())));
        }
      }
    }
    return List.copyOf(read);
  }

  private Symbol symbol(int at, Section strings) {
    int binding = bytes[at + 4] >> 4;
    int type = bytes[at + 4] & 0xf;
    int index = Short.toUnsignedInt(buffer.getShort(at + 6));
    // The reserved indexes (SHN_ABS and such) name no section.
    int section = index < sections.size() ? index : 0;
    String name =
        type == ElfFormat.SYMBOL_SECTION
            ? sections.get(section).name()
            : text(at, strings.offset(), strings.bytes(), buffer.getInt(at));
    return new Symbol(
        name,
        section,
        size(at + 8, Integer.MAX_VALUE, "symbol"),
        size(at + 16, Integer.MAX_VALUE, "symbol size"),
        binding == ElfFormat.BIND_GLOBAL,
        type == ElfFormat.SYMBOL_FUNCTION);
  }

  private static List<Integer> entries(Section section, int entryBytes) {
    List<Integer> offsets = new ArrayList<>();
    for (int at = 0; at + entryBytes <= section.bytes(); at += entryBytes) {
      offsets.add(section.offset() + at);
    }
    return offsets;
  }

  private int size(int at, int limit, String what) {
    long value = buffer.getLong(at);
    if (value < 0 || value > limit) {
      throw new ElfFormatException(
          at, "%s %s; the limit is %d".formatted(what, Long.toUnsignedString(value), limit));
    }
    return (int) value;
  }

  private String string(int at, int nameTable, int offset) {
    int begin = size(nameTable + 24, bytes.length, "section names");
    return text(at, begin, size(nameTable + 32, bytes.length - begin, "section names"), offset);
  }

  private String text(int at, int begin, int length, int offset) {
    int end = offset;
    while (end >= 0 && end < length && bytes[begin + end] != 0) {
      end++;
    }
    if (offset < 0 || end >= length) {
      throw new ElfFormatException(at, "a name at %d of %d bytes".formatted(offset, length));
    }
    return new String(bytes, begin + offset, end - offset, StandardCharsets.UTF_8);
  }
}
