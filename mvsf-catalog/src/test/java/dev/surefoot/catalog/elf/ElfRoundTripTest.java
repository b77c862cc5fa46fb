// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ElfRoundTripTest {
  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll long seed) {
    ObjectDefinition object = RandomObjects.of(seed);

    assertThat(ElfObjectReader.read(ElfObjectWriter.write(object))).isEqualTo(object);
  }

  @Property(tries = 100)
  void equalDefinitionsGiveEqualBytes(@ForAll long seed) {
    assertThat(ElfObjectWriter.write(RandomObjects.of(seed)))
        .isEqualTo(ElfObjectWriter.write(RandomObjects.of(seed)));
  }

  /** Bytes that are wrong in one place give a definition, or say what is wrong; nothing else. */
  @Property(tries = 2000)
  void wrongBytesAreRefusedWithTheirPlace(
      @ForAll @IntRange(max = 20) int seed,
      @ForAll @IntRange(max = 1 << 20) int place,
      @ForAll byte value) {
    byte[] bytes = ElfObjectWriter.write(RandomObjects.of(seed));
    bytes[place % bytes.length] = value;
    try {
      assertThat(ElfObjectReader.read(bytes)).isNotNull();
    } catch (ElfFormatException e) {
      assertThat(e).hasMessageContaining("at byte " + e.offset());
    }
  }
}
