// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.schema;

import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** The schema for people. */
public final class SchemaText {
  private SchemaText() {}

  /** All tables, a line each. */
  public static String overview(List<Table> tables) {
    List<List<String>> lines = new ArrayList<>(List.of(List.of("TABLE", "COLUMNS", "WHAT")));
    tables.forEach(
        table ->
            lines.add(
                List.of(
                    table.name(), String.valueOf(table.columns().size()), table.description())));
    return TextTable.print(lines);
  }

  /** One table's columns. */
  public static String columns(Table table) {
    List<List<String>> lines = new ArrayList<>(List.of(List.of("COLUMN", "TYPE", "UNIT", "WHAT")));
    table.columns().forEach(column -> lines.add(line(column)));
    return "%s: %s%nWindows go by %s.%n%n"
            .formatted(table.name(), table.description(), table.timeColumn())
        + TextTable.print(lines);
  }

  private static List<String> line(Column column) {
    return List.of(
        column.name(), TypeNames.of(column.type()), column.unit().symbol(), column.description());
  }
}
