// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.btf.Btf;
import dev.surefoot.catalog.btf.BtfExtensionReader;
import dev.surefoot.catalog.btf.BtfPrinter;
import dev.surefoot.catalog.golden.Golden;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ElfObjectWriterTest {
  private static final MapDefinition SMALL_AREA =
      MapDefinition.of("small", MapType.ARRAY, 4, 8, 1, MapDefinition.MMAPABLE);

  private static ObjectDefinition object(List<MapDefinition> maps, UnaryOperator<Assembler> body) {
    AssembledFunction entry = body.apply(new Assembler("entry")).mov(R0, 0).exit().assemble();
    return new ObjectDefinition(
        "q.sql", "GPL", maps, List.of(new ProgramDefinition("raw_tp/sys_enter", entry)));
  }

  @Test
  void typesOfAnObject() {
    ElfFile file = ElfFile.read(ElfObjectWriter.write(TestingObjects.exits()));
    Btf btf = Btf.read(file.content(file.section(".BTF").orElseThrow()));
    BtfPrinter printer = new BtfPrinter(btf);

    Golden.check(
        "btf/exits",
        IntStream.rangeClosed(1, btf.typeCount())
            .mapToObj(id -> "[%d] %s".formatted(id, printer.define(id)))
            .collect(Collectors.joining("\n")));
  }

  @Test
  void addressedMapsLieInPagesOfTheAreaInTheirOrder() {
    ObjectDefinition object =
        object(
            List.of(TestingObjects.RING, TestingObjects.AREA, SMALL_AREA),
            code -> code.loadMapValue(R1, "small", 0).loadMapValue(R1, "area", 5));

    assertThat(ElfObjectWriter.placeOf(object, "area"))
        .isEqualTo(new MapPlace(".bss", 0, 256 << 10));
    assertThat(ElfObjectWriter.placeOf(object, "small"))
        .isEqualTo(new MapPlace(".bss", 256 << 10, 8));
    assertThat(ElfObjectWriter.placeOf(object, "rows")).isEqualTo(new MapPlace("rows", 0, 0));
  }

  @Test
  void anAreaTakesNoRoomInTheFile() {
    ObjectDefinition object =
        object(List.of(TestingObjects.AREA), code -> code.loadMapValue(R1, "area", 5));

    assertThat(ElfObjectWriter.write(object)).hasSizeLessThan(2000);
  }

  @Test
  void aMappedMapThatNoCodeAddressesIsDeclaredAsItIs() {
    ObjectDefinition object = object(List.of(SMALL_AREA), code -> code.loadMap(R1, "small"));

    assertThat(ElfObjectWriter.placeOf(object, "small").isInArea()).isFalse();
    assertThat(ElfObjectReader.read(ElfObjectWriter.write(object)).maps())
        .containsExactly(SMALL_AREA);
  }

  private static void refused(ObjectDefinition object, String reason) {
    assertThatThrownBy(() -> ElfObjectWriter.write(object))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aMapThatIsNotThereIsRefused() {
    refused(
        object(List.of(SMALL_AREA), code -> code.loadMap(R1, "smal")),
        "entry refers to map smal; defined are [small]");
  }

  @Test
  void anAddressBehindTheValueIsRefused() {
    refused(
        object(List.of(SMALL_AREA), code -> code.loadMapValue(R1, "small", 8)),
        "entry addresses byte 8 of small, which has 8");
  }

  @Test
  void theValueOfAHashHasNoAddress() {
    refused(
        object(List.of(TestingObjects.COUNTS), code -> code.loadMapValue(R1, "counts", 0)),
        "which is no plain array of one element");
  }

  @Test
  void aMapIsEitherAddressedOrPassed() {
    refused(
        object(List.of(SMALL_AREA), code -> code.loadMapValue(R1, "small", 0).loadMap(R1, "small")),
        "entry passes map small to the kernel, while its value is addressed directly");
  }

  @Test
  void twoMapsOfOneNameAreRefused() {
    refused(object(List.of(SMALL_AREA, SMALL_AREA), code -> code), "two maps are called small");
  }

  @Test
  void aMapAndAFunctionOfOneNameAreRefused() {
    MapDefinition map = MapDefinition.of("entry", MapType.HASH, 4, 4, 4, 0);

    refused(object(List.of(map), code -> code), "two symbols are called entry");
  }

  @Test
  void aCallOfAnUnknownFunctionIsRefused() {
    refused(
        object(List.of(), code -> code.callFunction("absent")),
        "entry refers to absent, which is no subprogram of it");
  }

  @Test
  void aCallOfAnUndefinedKernelFunctionIsRefused() {
    refused(object(List.of(), code -> code.callKfunc("bpf_absent")), "nothing defines bpf_absent");
  }

  @Test
  void aFunctionThatSaysNoLineShowsItsName() {
    ElfFile file = ElfFile.read(ElfObjectWriter.write(TestingObjects.sharedSubprograms()));
    Btf btf = Btf.read(file.content(file.section(".BTF").orElseThrow()));
    var extension =
        BtfExtensionReader.read(file.content(file.section(".BTF.ext").orElseThrow()), btf);

    assertThat(extension.lines())
        .extracting(line -> line.text() + "@" + line.offset())
        .containsExactly("twice@0", "four_times@24", "first@0", "second@32");
  }
}
