// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.btf.Btf;
import dev.surefoot.catalog.btf.BtfKind;
import dev.surefoot.catalog.btf.BtfType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Maps of an object: the variables of {@code .maps} and {@code .bss}. */
final class MapReader {
  private final ElfFile elf;
  private final Btf btf;
  private final ReadLayouts layouts;

  MapReader(ElfFile elf, Btf btf) {
    this.elf = elf;
    this.btf = btf;
    layouts = new ReadLayouts(btf);
  }

  /** The maps in the order of their symbols. */
  List<MapDefinition> read() {
    List<MapDefinition> maps = new ArrayList<>();
    for (ElfFile.Symbol symbol : elf.symbols()) {
      String section = elf.sectionOf(symbol).name();
      if (symbol.global() && section.equals(MapSections.MAPS)) {
        maps.add(declared(symbol.name(), variableType(symbol)));
      } else if (symbol.global() && section.equals(MapPlace.AREA_MAP)) {
        maps.add(area(symbol));
      }
    }
    return maps;
  }

  private MapDefinition area(ElfFile.Symbol symbol) {
    return new MapDefinition(
        symbol.name(),
        MapType.ARRAY,
        4,
        symbol.bytes(),
        1,
        MapDefinition.MMAPABLE,
        Optional.empty(),
        layouts.layout(variableType(symbol)));
  }

  private int variableType(ElfFile.Symbol symbol) {
    return btf.find(BtfKind.VARIABLE, symbol.name())
        .map(variable -> ((BtfType.Variable) variable).type())
        .orElseThrow(
            () -> new ElfFormatException(symbol.offset(), "no BTF of map " + symbol.name()));
  }

  private MapDefinition declared(String name, int type) {
    if (!(btf.resolved(type) instanceof BtfType.Struct struct)) {
      throw new ElfFormatException(0, "map " + name + " is declared by no struct");
    }
    Optional<Integer> key = target(struct, "key");
    Optional<Integer> value = target(struct, "value");
    int code = number(struct, "type");
    MapType mapType =
        Arrays.stream(MapType.values())
            .filter(known -> known.code() == code)
            .findFirst()
            .orElseThrow(
                () -> new ElfFormatException(0, "map " + name + " is of unknown type " + code));
    return new MapDefinition(
        name,
        mapType,
        key.map(btf::bytes).orElseGet(() -> number(struct, "key_size")),
        value.map(btf::bytes).orElseGet(() -> number(struct, "value_size")),
        number(struct, "max_entries"),
        number(struct, "map_flags"),
        layout(key),
        layout(value));
  }

  private Optional<RecordLayout> layout(Optional<Integer> type) {
    return type.flatMap(layouts::layout);
  }

  private int number(BtfType.Struct struct, String member) {
    return target(struct, member)
        .map(type -> btf.resolved(type) instanceof BtfType.Array array ? array.length() : 0)
        .orElse(0);
  }

  private Optional<Integer> target(BtfType.Struct struct, String name) {
    return struct.members().stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .flatMap(
            member ->
                btf.resolved(member.type()) instanceof BtfType.Pointer(int target)
                    ? Optional.of(target)
                    : Optional.empty());
  }
}
