// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import dev.surefoot.agent.libbpf.LibBpf;
import dev.surefoot.catalog.elf.ElfObjectWriter;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapPlace;
import dev.surefoot.catalog.elf.ObjectDefinition;
import java.util.List;

/** An object in the kernel. Closing it unloads what nothing else holds: detach first. */
public final class LoadedObject implements AutoCloseable {
  private final long handle;
  private final List<LoadedProgram> programs;
  private final List<LoadedMap> maps;
  private boolean open = true;

  LoadedObject(long handle, List<LoadedProgram> programs, List<LoadedMap> maps) {
    this.handle = handle;
    this.programs = List.copyOf(programs);
    this.maps = List.copyOf(maps);
  }

  /** The same object, with the maps that its definition has instead of those that the file has. */
  LoadedObject withMapsOf(ObjectDefinition definition) {
    List<LoadedMap> defined =
        definition.maps().stream()
            .map(map -> placed(map, ElfObjectWriter.placeOf(definition, map.name())))
            .toList();
    return new LoadedObject(handle, programs, defined);
  }

  private LoadedMap placed(MapDefinition definition, MapPlace place) {
    LoadedMap holder = map(place.mapName());
    return place.isInArea()
        ? new LoadedMap(
            definition.name(),
            definition.type().code(),
            definition.keyBytes(),
            place.bytes(),
            1,
            holder.fd(),
            place.offset())
        : holder;
  }

  /** The programs in the object's order. */
  public List<LoadedProgram> programs() {
    return programs;
  }

  /** The program of this name. */
  public LoadedProgram program(String name) {
    return programs.stream()
        .filter(program -> program.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no program " + name));
  }

  /** The maps in the object's order. */
  public List<LoadedMap> maps() {
    return maps;
  }

  /** The map of this name. */
  public LoadedMap map(String name) {
    return maps.stream()
        .filter(map -> map.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no map " + name));
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      LibBpf.bpf_object__close(handle);
    }
  }
}
