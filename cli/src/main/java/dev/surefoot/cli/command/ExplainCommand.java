// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import dev.surefoot.cli.run.QueryEngine;
import dev.surefoot.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code surefoot explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Shows a query's plan, every split with its estimated cost, the bytecode, and what stays in"
            + " user space and why.",
    footer = {
      "",
      "Examples:",
      "  surefoot explain -f examples/slow-syscalls.yaml",
      "  surefoot explain --sql 'SELECT COUNT(*) FROM system_calls WINDOW 1sec'",
      "  surefoot explain -f query.yaml --profile other-node.json"
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin private QuerySource source;
  @Mixin private ProfileOption profile;

  private final Terminal terminal;
  private final QueryEngine engine;

  ExplainCommand(Terminal terminal, QueryEngine engine) {
    this.terminal = terminal;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    return Results.show(
        terminal,
        source
            .read(terminal.input())
            .then(sql -> profile.read(engine).then(kernel -> engine.explain(sql, kernel))));
  }
}
