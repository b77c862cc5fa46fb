// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import dev.surefoot.agent.libbpf.LibBpf;
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
