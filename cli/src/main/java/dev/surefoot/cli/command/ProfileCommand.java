// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import dev.surefoot.cli.run.Outcome;
import dev.surefoot.cli.run.QueryEngine;
import dev.surefoot.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code surefoot profile}. */
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    description =
        "Writes what the compiler needs to know of this kernel: features, and what operations cost"
            + " here.",
    footer = {
      "",
      "Examples:",
      "  surefoot profile > node.json",
      "  surefoot explain -f query.yaml --profile node.json"
    })
final class ProfileCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final QueryEngine engine;

  ProfileCommand(Terminal terminal, QueryEngine engine) {
    this.terminal = terminal;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    return Results.show(
        terminal,
        engine.measureProfile().then(found -> new Outcome.Done<>(engine.profileText(found))));
  }
}
