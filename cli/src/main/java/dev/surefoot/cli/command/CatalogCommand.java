// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import dev.surefoot.cli.run.OutputFormat;
import dev.surefoot.cli.run.QueryEngine;
import dev.surefoot.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code surefoot catalog}. */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    description =
        "Loads, attaches and runs every function of the catalog on this kernel, and says what each"
            + " costs.",
    footer = {"", "Examples:", "  surefoot catalog", "  surefoot catalog -o json"})
final class CatalogCommand implements Callable<Integer> {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "table, json or csv; default: table.")
  private OutputFormat format;

  private final Terminal terminal;
  private final QueryEngine engine;

  CatalogCommand(Terminal terminal, QueryEngine engine) {
    this.terminal = terminal;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    return Results.show(terminal, engine.testCatalog(format));
  }
}
