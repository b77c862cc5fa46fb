// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.btf.BtfBuilder;
import dev.surefoot.catalog.btf.BtfLinkage;
import dev.surefoot.catalog.btf.BtfType;
import dev.surefoot.catalog.btf.BtfType.Member;
import dev.surefoot.catalog.btf.BtfType.SectionEntry;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes maps. In {@code .maps} each is a variable of an anonymous struct, whose members are
 * pointers: {@code int (*max_entries)[N]} stands for the number N, {@code T *key} for a type
 * (libbpf, "BTF-defined maps"). An addressed map is a variable of its value's type in {@code .bss}.
 */
final class MapSections {
  /** The section of declared maps. */
  static final String MAPS = ".maps";

  private final MapPlacement placement;
  private final ElfBuilder elf;
  private final BtfBuilder btf;
  private final DeclaredTypes types;
  private final List<SectionEntry> declarations = new ArrayList<>();
  private final List<SectionEntry> values = new ArrayList<>();
  private int end;

  private MapSections(MapPlacement placement, ElfBuilder elf, BtfBuilder btf) {
    this.placement = placement;
    this.elf = elf;
    this.btf = btf;
    types = new DeclaredTypes(btf);
  }

  static void write(
      List<MapDefinition> maps, MapPlacement placement, ElfBuilder elf, BtfBuilder btf) {
    MapSections sections = new MapSections(placement, elf, btf);
    maps.forEach(sections::map);
    sections.finish();
  }

  private void map(MapDefinition map) {
    MapPlace place = placement.place(map.name());
    if (place.isInArea()) {
      values.add(
          variable(map.name(), MapPlace.AREA_MAP, valueType(map), place.offset(), place.bytes()));
    } else {
      declaration(map);
    }
  }

  private void finish() {
    if (!declarations.isEmpty()) {
      elf.section(MAPS, ElfFormat.FLAG_WRITE | ElfFormat.FLAG_ALLOC, 8, new byte[end]);
      btf.add(new BtfType.DataSection(MAPS, end, declarations));
    }
    if (!values.isEmpty()) {
      int bytes = placement.areaBytes();
      elf.zeroSection(MapPlace.AREA_MAP, MapPlace.AREA_ALIGNMENT, bytes);
      btf.add(new BtfType.DataSection(MapPlace.AREA_MAP, bytes, values));
    }
  }

  private void declaration(MapDefinition map) {
    List<Member> members = members(map);
    int bytes = members.size() * 8;
    int type = btf.add(new BtfType.Struct("", bytes, members));
    declarations.add(variable(map.name(), MAPS, type, end, bytes));
    end += bytes;
  }

  private SectionEntry variable(String name, String section, int type, int offset, int bytes) {
    elf.symbol(
        new ElfBuilder.Symbol(
            name,
            Optional.of(section),
            offset,
            bytes,
            ElfFormat.BIND_GLOBAL,
            ElfFormat.SYMBOL_OBJECT));
    return new SectionEntry(
        btf.add(new BtfType.Variable(name, type, BtfLinkage.GLOBAL)), offset, bytes);
  }

  private List<Member> members(MapDefinition map) {
    List<Member> members = new ArrayList<>();
    number(members, "type", map.type().code());
    if (isTyped(map)) {
      pointer(members, "key", keyType(map));
      pointer(members, "value", valueType(map));
    } else {
      number(members, "key_size", map.keyBytes());
      number(members, "value_size", map.valueBytes());
    }
    number(members, "max_entries", map.maxEntries());
    number(members, "map_flags", map.flags());
    return members;
  }

  /** The kernel takes task storage only with types, and types only in pairs. */
  private static boolean isTyped(MapDefinition map) {
    return map.type() == MapType.TASK_STORAGE || map.key().isPresent() || map.value().isPresent();
  }

  /** An array's key must be an integer (kernel/bpf/arraymap.c, array_map_check_btf). */
  private int keyType(MapDefinition map) {
    boolean integer =
        switch (map.type()) {
          case ARRAY, PERCPU_ARRAY, TASK_STORAGE -> true;
          case HASH,
              PROG_ARRAY,
              PERF_EVENT_ARRAY,
              PERCPU_HASH,
              LRU_HASH,
              LRU_PERCPU_HASH,
              LPM_TRIE,
              RINGBUF,
              ARENA ->
              false;
        };
    return integer ? types.integer(4, true) : type(map.key(), map.keyBytes());
  }

  private int valueType(MapDefinition map) {
    return type(map.value(), map.valueBytes());
  }

  private int type(Optional<RecordLayout> layout, int bytes) {
    return layout
        .map(l -> types.layout(l, bytes))
        .orElseGet(
            () ->
                bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8
                    ? types.integer(bytes, false)
                    : types.bytes(bytes));
  }

  /** Numbers that are 0 are left out: some kinds of map refuse them. */
  private void number(List<Member> members, String name, int value) {
    if (value != 0) {
      pointer(members, name, btf.arrayOf(types.integer(4, true), value));
    }
  }

  private void pointer(List<Member> members, String name, int target) {
    members.add(Member.atByte(name, btf.pointerTo(target), members.size() * 8));
  }
}
