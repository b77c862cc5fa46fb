// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.elf.MapDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine's maps, by name and by the address that programs know them by. */
final class MapTable {
  private final Map<String, MachineMap> byName = new LinkedHashMap<>();
  private final Map<String, Long> handles = new LinkedHashMap<>();
  private final Map<Long, MachineMap> byHandle = new HashMap<>();

  MapTable(List<MapDefinition> definitions, Memory memory, int cpus) {
    for (MapDefinition definition : definitions) {
      MachineMap map = create(definition, memory, cpus);
      if (byName.put(definition.name(), map) != null) {
        throw new IllegalArgumentException("two maps are named " + definition.name());
      }
      long handle = memory.allocate("handle of " + definition.name(), new byte[0], false).base();
      handles.put(definition.name(), handle);
      byHandle.put(handle, map);
    }
  }

  private static MachineMap create(MapDefinition definition, Memory memory, int cpus) {
    return switch (definition.type()) {
      case ARRAY -> new ArrayMap(definition, memory, 1);
      case PERCPU_ARRAY -> new ArrayMap(definition, memory, cpus);
      case HASH -> new HashTableMap(definition, memory, 1, false);
      case PERCPU_HASH -> new HashTableMap(definition, memory, cpus, false);
      case LRU_HASH -> new HashTableMap(definition, memory, 1, true);
      case LRU_PERCPU_HASH -> new HashTableMap(definition, memory, cpus, true);
      case RINGBUF -> new RingMap(definition, memory);
      case TASK_STORAGE -> new TaskStorageMap(definition, memory);
      case PROG_ARRAY, PERF_EVENT_ARRAY, LPM_TRIE, ARENA ->
          throw new IllegalArgumentException("maps of type " + definition.type() + " do not run");
    };
  }

  MachineMap named(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no map " + name));
  }

  <T extends MachineMap> T named(String name, Class<T> kind) {
    MachineMap map = named(name);
    if (!kind.isInstance(map)) {
      throw new IllegalArgumentException(name + " is of type " + map.definition().type());
    }
    return kind.cast(map);
  }

  /** The address that stands for the map. */
  long handle(String name) {
    named(name);
    return handles.get(name);
  }

  /** The map that a helper was given. */
  MachineMap at(long handle) {
    MachineMap map = byHandle.get(handle);
    if (map == null) {
      throw new Fault("0x%x is no map".formatted(handle));
    }
    return map;
  }

  /** The map of this kind that a helper was given. */
  <T extends MachineMap> T at(long handle, Class<T> kind) {
    MachineMap map = at(handle);
    if (!kind.isInstance(map)) {
      throw new Fault(map.definition().name() + " is of type " + map.definition().type());
    }
    return kind.cast(map);
  }

  /** The ring buffer that a record was reserved in. */
  RingMap ringOf(long record) {
    for (MachineMap map : byName.values()) {
      if (map instanceof RingMap ring && ring.owns(record)) {
        return ring;
      }
    }
    throw new Fault("0x%x is no reserved record".formatted(record));
  }

  /** A ring buffer with a record that was neither submitted nor discarded. */
  Optional<RingMap> ringWithReservation() {
    for (MachineMap map : byName.values()) {
      if (map instanceof RingMap ring && ring.hasReservations()) {
        return Optional.of(ring);
      }
    }
    return Optional.empty();
  }
}
