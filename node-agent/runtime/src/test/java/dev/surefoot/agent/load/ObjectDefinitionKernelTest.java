// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.load.LoadResult.Rejected;
import dev.surefoot.agent.memory.MappedRegion;
import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.isa.MemorySize;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class ObjectDefinitionKernelTest {
  private static final SourceLine LINE = new SourceLine(3, 1, "WHERE ret < 0");

  private final ObjectLoader loader = new ObjectLoader();

  @Test
  void mapsHaveTheirNamesWhereverTheirValuesLie() {
    ObjectDefinition definition =
        object(
            new Assembler("store")
                .loadMapValue(R1, "second", 8)
                .store(MemorySize.B8, R1, 0, 1)
                .mov(R0, 0)
                .exit());
    try (LoadedObject object = loaded(loader.load(definition));
        MappedRegion first = object.map("first").mapMemory();
        MappedRegion second = object.map("second").mapMemory()) {
      assertThat(object.maps())
          .extracting(LoadedMap::name)
          .containsExactly("rows", "first", "second");
      second.setLongRelease(0, 7);
      assertThat(first.getLongAcquire(0)).isZero();
      assertThat(second.bytes().capacity()).isGreaterThanOrEqualTo(64);
      assertThat(object.map("rows").maxEntries()).isEqualTo(4096);
    }
  }

  @Test
  void aRefusalPointsIntoTheUsersText() {
    ObjectDefinition definition =
        object(
            new Assembler("reckless").mov(R0, 0).line(LINE).load(MemorySize.B8, R2, R0, 0).exit());

    Rejected rejected = (Rejected) loader.load(definition);

    assertThat(rejected.program()).contains("reckless");
    assertThat(rejected.decisiveLines().getFirst()).isEqualTo("; WHERE ret < 0");
    assertThat(rejected.decisiveLines().getLast()).contains("invalid mem access");
    assertThat(rejected.log().source())
        .hasValueSatisfying(
            source -> assertThat(source.line()).isIn(OptionalInt.of(3), OptionalInt.empty()));
  }

  private static ObjectDefinition object(Assembler code) {
    return new ObjectDefinition(
        "query.sql",
        "GPL",
        List.of(
            MapDefinition.of("rows", MapType.RINGBUF, 0, 0, 4096, 0),
            MapDefinition.of("first", MapType.ARRAY, 4, 64, 1, MapDefinition.MMAPABLE),
            MapDefinition.of("second", MapType.ARRAY, 4, 64, 1, MapDefinition.MMAPABLE)),
        List.of(new ProgramDefinition("raw_tp/sys_enter", code.assemble())));
  }

  private static LoadedObject loaded(LoadResult result) {
    return switch (result) {
      case Loaded(LoadedObject object) -> object;
      case Rejected rejected -> throw new AssertionError(rejected.toString());
    };
  }
}
