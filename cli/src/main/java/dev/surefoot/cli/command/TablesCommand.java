// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import dev.surefoot.catalog.schema.Table;
import dev.surefoot.catalog.schema.Tables;
import dev.surefoot.cli.schema.SchemaJson;
import dev.surefoot.cli.schema.SchemaText;
import dev.surefoot.cli.terminal.ExitCode;
import dev.surefoot.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code surefoot tables}. */
@Command(
    name = "tables",
    mixinStandardHelpOptions = true,
    description =
        "Shows the tables that a query can read, or one table's columns with their units.",
    footer = {
      "",
      "Examples:",
      "  surefoot tables",
      "  surefoot tables system_calls",
      "  surefoot tables -o json"
    })
final class TablesCommand implements Callable<Integer> {
  /** How the schema is shown. */
  enum Format {
    TABLE,
    JSON
  }

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "One table.")
  private String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "table or json; default: table.")
  private Format format;

  private final Terminal terminal;

  TablesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (name == null) {
      return show(Tables.all());
    }
    return Tables.find(name).map(table -> show(List.of(table))).orElseGet(this::unknown);
  }

  private int show(List<Table> tables) {
    String text =
        switch (format) {
          case JSON -> SchemaJson.print(tables);
          case TABLE ->
              name == null ? SchemaText.overview(tables) : SchemaText.columns(tables.getFirst());
        };
    return terminal.show(text).status();
  }

  private int unknown() {
    String known = Tables.all().stream().map(Table::name).collect(Collectors.joining(", "));
    terminal
        .messages()
        .printf("surefoot: there is no table '%s'%n  hint: tables: %s%n", name, known);
    return ExitCode.USER_ERROR.status();
  }
}
