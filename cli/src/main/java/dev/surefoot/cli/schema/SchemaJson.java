// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.schema;

import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Table;
import java.util.List;
import java.util.stream.Collectors;

/** The schema for programs: an array of tables. */
public final class SchemaJson {
  private SchemaJson() {}

  /** The tables with their columns. */
  public static String print(List<Table> tables) {
    return tables.stream()
        .map(SchemaJson::table)
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String table(Table table) {
    String columns =
        table.columns().stream().map(SchemaJson::column).collect(Collectors.joining(",\n"));
    return "  {%s, %s, %s, \"columns\": [\n%s\n  ]}"
        .formatted(
            field("name", table.name()),
            field("description", table.description()),
            field("timeColumn", table.timeColumn()),
            columns);
  }

  private static String column(Column column) {
    return "    {%s, %s, %s, %s}"
        .formatted(
            field("name", column.name()),
            field("type", TypeNames.of(column.type())),
            field("unit", column.unit().symbol()),
            field("description", column.description()));
  }

  // Names and descriptions are ours; of what JSON escapes only these can be in them.
  private static String field(String name, String value) {
    return "\"%s\": \"%s\"".formatted(name, value.replace("\\", "\\\\").replace("\"", "\\\""));
  }
}
