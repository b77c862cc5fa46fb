// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.schema;

import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.Hook;
import dev.surefoot.catalog.schema.Table;
import java.util.List;
import java.util.stream.Collectors;

/** The schema as docs/reference/tables.md has it. */
public final class SchemaMarkdown {
  private SchemaMarkdown() {}

  /** The whole page. */
  public static String print(List<Table> tables) {
    return """
    # Tables
    Written from the schema by a test (`TablesReferenceTest`); do not edit. `surefoot tables` prints the same.

    Times are nanoseconds of CLOCK_MONOTONIC. A text is cut at the given number of bytes. In SQL every integer is a 64-bit number.
    """
        + tables.stream().map(SchemaMarkdown::table).collect(Collectors.joining());
  }

  private static String table(Table table) {
    String columns =
        table.columns().stream().map(column -> row(table, column)).collect(Collectors.joining());
    return """

    ## %s
    %s Windows go by `%s`. %s

    | column | type | unit | taken at | what |
    |---|---|---|---|---|
    """
            .formatted(table.name(), table.description(), table.timeColumn(), hooks(table.shape()))
        + columns;
  }

  private static String row(Table table, Column column) {
    String at =
        column.sources().stream()
            .map(source -> half(source.half()))
            .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s | %s |%n"
        .formatted(
            column.name(),
            TypeNames.of(column.type()),
            column.unit().symbol(),
            table.shape() instanceof Table.Shape.Span ? at : "event",
            column.description());
  }

  private static String half(Half half) {
    return switch (half) {
      case EVENT -> "event";
      case OPEN -> "opening";
      case CLOSE -> "closing";
    };
  }

  private static String hooks(Table.Shape shape) {
    return switch (shape) {
      case Table.Shape.Event(Hook hook) -> "From `%s`.".formatted(name(hook));
      case Table.Shape.Span span ->
          "From `%s` (opening) to `%s` (closing) of the same `%s`."
              .formatted(name(span.open()), name(span.close()), span.key());
    };
  }

  private static String name(Hook hook) {
    return hook.category() + ":" + hook.event();
  }
}
