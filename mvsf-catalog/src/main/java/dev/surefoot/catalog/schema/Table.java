// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.schema;

import java.util.List;
import java.util.Optional;

/**
 * A stable table over kernel events.
 *
 * @param timeColumn the column, in ns of CLOCK_MONOTONIC, that puts a row into its window
 */
public record Table(
    String name, String description, Shape shape, List<Column> columns, String timeColumn) {
  /** How events become rows. */
  public sealed interface Shape {
    /** Every event is a row. */
    record Event(Hook hook) implements Shape {}

    /**
     * A row is an opening and the next closing event of the same key. An opening event replaces an
     * open one of its key; a closing event without an open one makes no row; a cancel discards the
     * open one.
     *
     * @param key the column (had at both halves, an integer) that joins the halves
     * @param keyLimit what bounds the key's values, for directly addressed forms
     */
    record Span(Hook open, Hook close, String key, KeyLimit keyLimit, List<Cancel> cancels)
        implements Shape {
      public Span {
        cancels = List.copyOf(cancels);
      }
    }
  }

  /** What bounds the values of a span's key: they are at least 0 and below it. */
  public enum KeyLimit {
    /** {@code /proc/sys/kernel/pid_max}. */
    PID_MAX
  }

  /**
   * An event that ends an open span without a row.
   *
   * @param key how the key is had at this hook
   * @param unless a value at this hook: where it equals the key nothing is cancelled
   */
  public record Cancel(Hook hook, HookValue key, Optional<HookValue> unless) {}

  public Table {
    columns = List.copyOf(columns);
  }

  /** The column of this name, where there is one. */
  public Optional<Column> find(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  /** The column of this name. */
  public Column column(String columnName) {
    return find(columnName)
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + columnName));
  }

  /** The hook of a half. */
  public Hook hook(Half half) {
    return switch (shape) {
      case Shape.Event event when half == Half.EVENT -> event.hook();
      case Shape.Span span when half == Half.OPEN -> span.open();
      case Shape.Span span when half == Half.CLOSE -> span.close();
      case Shape.Event _, Shape.Span _ ->
          throw new IllegalArgumentException("table " + name + " has no half " + half);
    };
  }
}
