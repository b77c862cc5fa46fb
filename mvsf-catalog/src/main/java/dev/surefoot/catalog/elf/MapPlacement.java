// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.asm.Reference;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which maps are declared in {@code .maps} and which are variables of {@code .bss}. libbpf makes
 * the address of a map from a reference to {@code .maps}, and the address of a map's value from a
 * reference to a data section, all of which it turns into one mapped array of one element. (A
 * section of zeros for each map, {@code .bss.NAME}, is refused by libbpf 1.1, and so by the bpftool
 * that Debian 12 has.)
 */
final class MapPlacement {
  private final Map<String, MapDefinition> maps = new LinkedHashMap<>();
  private final Set<String> addressed = new LinkedHashSet<>();
  private final Map<String, MapPlace> places = new LinkedHashMap<>();
  private int areaBytes;

  MapPlacement(ObjectDefinition object) {
    for (MapDefinition map : object.maps()) {
      if (maps.put(map.name(), map) != null) {
        throw new IllegalArgumentException("two maps are called " + map.name());
      }
    }
    forEachReference(object, this::noteValue);
    forEachReference(object, this::requireHandle);
    maps.values().forEach(this::assign);
  }

  /** Where the map is. */
  MapPlace place(String map) {
    MapPlace place = places.get(map);
    if (place == null) {
      throw new IllegalArgumentException(
          "there is no map %s; defined are %s".formatted(map, maps.keySet()));
    }
    return place;
  }

  /** Bytes of the area that holds the values of addressed maps; 0 where there are none. */
  int areaBytes() {
    return areaBytes;
  }

  private void assign(MapDefinition map) {
    if (addressed.contains(map.name())) {
      int begin = align(areaBytes);
      places.put(map.name(), new MapPlace(MapPlace.AREA_MAP, begin, map.valueBytes()));
      areaBytes = Math.addExact(begin, map.valueBytes());
    } else {
      places.put(map.name(), new MapPlace(map.name(), 0, map.valueBytes()));
    }
  }

  private static int align(int offset) {
    return Math.multiplyExact(
        Math.ceilDiv(offset, MapPlace.AREA_ALIGNMENT), MapPlace.AREA_ALIGNMENT);
  }

  private void noteValue(String function, Reference reference) {
    if (reference instanceof Reference.ToMapValue(_, String name, int offset)) {
      MapDefinition map = defined(function, name);
      boolean mapped = (map.flags() & ~MapDefinition.MMAPABLE) == 0;
      if (map.type() != MapType.ARRAY || map.maxEntries() != 1 || !mapped) {
        throw new IllegalArgumentException(
            "%s addresses the value of %s, which is no plain array of one element: %s"
                .formatted(function, name, map));
      }
      if (offset < 0 || offset >= map.valueBytes()) {
        throw new IllegalArgumentException(
            "%s addresses byte %d of %s, which has %d"
                .formatted(function, offset, name, map.valueBytes()));
      }
      addressed.add(name);
    }
  }

  private void requireHandle(String function, Reference reference) {
    if (reference instanceof Reference.ToMap(_, String name)) {
      defined(function, name);
      if (addressed.contains(name)) {
        throw new IllegalArgumentException(
            "%s passes map %s to the kernel, while its value is addressed directly"
                .formatted(function, name));
      }
    }
  }

  private MapDefinition defined(String function, String name) {
    MapDefinition map = maps.get(name);
    if (map == null) {
      throw new IllegalArgumentException(
          "%s refers to map %s; defined are %s".formatted(function, name, maps.keySet()));
    }
    return map;
  }

  private static void forEachReference(
      ObjectDefinition object, BiConsumer<String, Reference> action) {
    for (ProgramDefinition program : object.programs()) {
      program.entry().references().forEach(r -> action.accept(program.name(), r));
      for (var subprogram : program.subprograms()) {
        subprogram.references().forEach(r -> action.accept(subprogram.name(), r));
      }
    }
  }
}
