// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

/** Numbers of the ELF format (elf(5)) and of its use for BPF (Documentation/bpf/llvm_reloc.rst). */
final class ElfFormat {
  static final int HEADER_BYTES = 64;
  static final int SECTION_HEADER_BYTES = 64;
  static final int SYMBOL_BYTES = 24;
  static final int RELOCATION_BYTES = 16;

  static final int MACHINE_BPF = 247;
  static final int TYPE_RELOCATABLE = 1;

  static final int SECTION_PROGBITS = 1;
  static final int SECTION_SYMTAB = 2;
  static final int SECTION_STRTAB = 3;
  static final int SECTION_NOBITS = 8;
  static final int SECTION_REL = 9;

  static final int FLAG_WRITE = 1;
  static final int FLAG_ALLOC = 2;
  static final int FLAG_CODE = 4;
  static final int FLAG_INFO_LINK = 0x40;

  static final int BIND_LOCAL = 0;
  static final int BIND_GLOBAL = 1;

  static final int SYMBOL_UNTYPED = 0;
  static final int SYMBOL_OBJECT = 1;
  static final int SYMBOL_FUNCTION = 2;
  static final int SYMBOL_SECTION = 3;

  /** {@code R_BPF_64_64}: a 64-bit immediate load. */
  static final int RELOCATION_LOAD = 1;

  /** {@code R_BPF_64_32}: a call. */
  static final int RELOCATION_CALL = 10;

  private ElfFormat() {}
}
