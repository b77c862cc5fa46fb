// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import java.util.List;

/**
 * Everything that goes into one object file.
 *
 * @param sourceName the file name that line information gives, for example {@code query.sql}
 * @param license {@code GPL} where a GPL-only helper is called
 * @param kfuncs a definition of each kernel function that is called
 */
public record ObjectDefinition(
    String sourceName,
    String license,
    List<MapDefinition> maps,
    List<ProgramDefinition> programs,
    List<KfuncDefinition> kfuncs) {
  public ObjectDefinition {
    maps = List.copyOf(maps);
    programs = List.copyOf(programs);
    kfuncs = List.copyOf(kfuncs);
  }

  /** An object that calls no kernel functions. */
  public ObjectDefinition(
      String sourceName,
      String license,
      List<MapDefinition> maps,
      List<ProgramDefinition> programs) {
    this(sourceName, license, maps, programs, List.of());
  }
}
