// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.catalog.elf.ElfFile.Section;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ElfFileTest {
  private final byte[] bytes = ElfObjectWriter.write(TestingObjects.exits());

  @Test
  void sectionsSymbolsAndRelocationsAreThere() {
    ElfFile file = ElfFile.read(bytes);

    assertThat(file.sections())
        .extracting(Section::name)
        .contains("tp_btf/sched_process_exit", ".maps", ".bss", "license", ".BTF", ".BTF.ext");
    assertThat(file.symbols())
        .extracting(ElfFile.Symbol::name)
        .containsExactly("on_exit", "counts", "area", "rows");
    assertThat(file.relocations(file.section("tp_btf/sched_process_exit").orElseThrow()))
        .extracting(relocation -> relocation.symbol().name() + "@" + relocation.offset())
        .containsExactly("area@16", "rows@56", "counts@112");
  }

  @Test
  void aSectionOfZerosHasItsSize() {
    ElfFile file = ElfFile.read(bytes);

    assertThat(file.content(file.section(".bss").orElseThrow())).hasSize(256 << 10).containsOnly(0);
  }

  @Test
  void otherFilesAreRefused() {
    byte[] text = "#!/bin/sh\n".repeat(10).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> ElfFile.read(text))
        .hasMessage("malformed object at byte 0: no ELF file");
  }

  @Test
  void objectsOfOtherMachinesAreRefused() {
    byte[] other = bytes.clone();
    other[18] = 62;

    assertThatThrownBy(() -> ElfFile.read(other))
        .hasMessage("malformed object at byte 18: made for machine 62, not for BPF (247)");
  }

  @Test
  void everyTruncationIsRefused() {
    for (int length = 0; length < bytes.length; length += 7) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> ElfFile.read(cut)).isInstanceOf(ElfFormatException.class);
    }
  }
}
