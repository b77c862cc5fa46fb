// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.Table;
import java.util.List;

/** The MVSFs that together ship everything of one table. */
public record TablePrograms(Table table, List<Mvsf> functions) {
  public TablePrograms {
    functions = List.copyOf(functions);
  }

  /** The function of a half. */
  public Mvsf function(Half half) {
    return functions.stream()
        .filter(function -> function.purpose().equals(new Mvsf.Purpose.Columns(half)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no half " + half));
  }

  /** The streams whose records discard an open span. */
  public List<Integer> cancelStreams() {
    return functions.stream()
        .filter(function -> function.purpose() instanceof Mvsf.Purpose.Cancel)
        .map(Mvsf::stream)
        .toList();
  }

  /** All streams, in the order of the functions. */
  public List<KernelStream.Events> streams() {
    return functions.stream()
        .map(function -> new KernelStream.Events(function.stream(), function.record()))
        .toList();
  }

  /** All programs, in the order of the functions. */
  public List<ProgramDefinition> programs() {
    return functions.stream().map(Mvsf::program).toList();
  }

  /**
   * The maps that the programs share.
   *
   * @param ringBytes size of the ring buffer: a power of two and a multiple of the page size
   */
  public List<MapDefinition> maps(int ringBytes) {
    return MvsfMaps.withRing(ringBytes, functions.getFirst().perCpuMaps());
  }
}
