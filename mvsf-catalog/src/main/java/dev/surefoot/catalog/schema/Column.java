// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.schema;

import dev.surefoot.catalog.layout.FieldType;
import java.util.List;
import java.util.OptionalInt;

/**
 * A column of a stable table.
 *
 * @param sources where a value is to be had; in an event table one source, in a span table one for
 *     each half at which the value is the column's: a column with both is the same at both halves
 * @param denseValues where the values are few and lie densely from 0 on: a number that most of them
 *     are below
 */
public record Column(
    String name,
    FieldType type,
    Unit unit,
    String description,
    List<Source> sources,
    OptionalInt denseValues) {
  /** A half of the span (or the event itself) and how to get the value there. */
  public record Source(Half half, HookValue value) {}

  public Column {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("column " + name + " has no source");
    }
  }

  /** A column whose values may be anything. */
  public Column(String name, FieldType type, Unit unit, String description, List<Source> sources) {
    this(name, type, unit, description, sources, OptionalInt.empty());
  }

  /** The same column with values that are few and lie densely from 0 on. */
  public Column withDenseValues(int count) {
    return new Column(name, type, unit, description, sources, OptionalInt.of(count));
  }

  /** Whether this half can give the value. */
  public boolean availableAt(Half half) {
    return sources.stream().anyMatch(source -> source.half() == half);
  }

  /** How this half gets the value. */
  public HookValue valueAt(Half half) {
    return sources.stream()
        .filter(source -> source.half() == half)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " is not had at " + half))
        .value();
  }
}
