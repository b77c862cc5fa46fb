// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.layout.RecordLayout;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.Hook;
import java.util.List;

/**
 * A minimum verifier-safe function: the program that ships what can be had at one hook.
 *
 * @param name for people, for example {@code system_calls.open}
 * @param stream the id that its records begin with
 * @param record {@link RecordHeader}, then the columns by their names
 * @param perCpuMaps the mapped arrays that the program counts in
 */
public record Mvsf(
    String name,
    Purpose purpose,
    Hook hook,
    int stream,
    RecordLayout record,
    ProgramDefinition program,
    List<MapDefinition> perCpuMaps) {
  /** What the program ships. */
  public sealed interface Purpose {
    /** Every column that this half can give. */
    record Columns(Half half) implements Purpose {}

    /** The key of a span that ended without a row; the index of the cancel in its table. */
    record Cancel(int index) implements Purpose {}
  }

  public Mvsf {
    perCpuMaps = List.copyOf(perCpuMaps);
  }

  /**
   * The object that holds this function alone, as the catalog test loads it.
   *
   * @param ringBytes size of the ring buffer: a power of two and a multiple of the page size
   */
  public ObjectDefinition object(int ringBytes) {
    return new ObjectDefinition(
        name, "GPL", MvsfMaps.withRing(ringBytes, perCpuMaps), List.of(program));
  }
}
