// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.btf.BtfBuilder;
import dev.surefoot.catalog.btf.BtfExtension;
import dev.surefoot.catalog.btf.BtfExtensionWriter;
import dev.surefoot.catalog.btf.BtfType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes an ordinary BPF object: relocatable ELF64 with BTF, which libbpf, bpftool and llvm-objdump
 * read. Equal definitions give equal bytes.
 *
 * <p>Maps whose values are addressed directly ({@code Reference.ToMapValue}) become variables of
 * the section {@code .bss}, out of which libbpf makes an array of one element, mapped by user space
 * ({@code BPF_F_MMAPABLE}, whether or not the definitions say so) and zero at first. {@link
 * #placeOf} says where they are.
 */
public final class ElfObjectWriter {
  /** The section of kernel functions. */
  static final String EXTERNS = ".ksyms";

  private ElfObjectWriter() {}

  /**
   * The object file.
   *
   * @throws IllegalArgumentException where the definition contradicts itself: a bug of its maker
   */
  public static byte[] write(ObjectDefinition object) {
    ElfBuilder elf = new ElfBuilder();
    BtfBuilder btf = new BtfBuilder();
    BtfExtension extension = CodeSections.write(object, elf, btf);
    MapSections.write(object.maps(), new MapPlacement(object), elf, btf);
    externs(object.kfuncs(), elf, btf);
    license(object.license(), elf);
    byte[] extensionBytes = BtfExtensionWriter.write(extension, btf.strings());
    elf.section(".BTF", 0, 4, btf.toByteArray());
    elf.section(".BTF.ext", 0, 4, extensionBytes);
    return elf.build();
  }

  /**
   * Where the loaded object has a map of this name.
   *
   * @throws IllegalArgumentException where the object defines no such map
   */
  public static MapPlace placeOf(ObjectDefinition object, String map) {
    return new MapPlacement(object).place(map);
  }

  private static void license(String license, ElfBuilder elf) {
    byte[] text = (license + "\0").getBytes(StandardCharsets.US_ASCII);
    elf.section("license", ElfFormat.FLAG_WRITE | ElfFormat.FLAG_ALLOC, 1, text);
  }

  private static void externs(List<KfuncDefinition> kfuncs, ElfBuilder elf, BtfBuilder btf) {
    if (kfuncs.isEmpty()) {
      return;
    }
    DeclaredTypes types = new DeclaredTypes(btf);
    List<BtfType.SectionEntry> entries = new ArrayList<>();
    for (KfuncDefinition kfunc : kfuncs) {
      elf.symbol(
          new ElfBuilder.Symbol(
              kfunc.name(),
              Optional.empty(),
              0,
              0,
              ElfFormat.BIND_GLOBAL,
              ElfFormat.SYMBOL_UNTYPED));
      entries.add(new BtfType.SectionEntry(types.kfunc(kfunc), 0, 0));
    }
    btf.add(new BtfType.DataSection(EXTERNS, 0, entries));
  }
}
