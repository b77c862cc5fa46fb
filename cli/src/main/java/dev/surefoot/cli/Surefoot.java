// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli;

import dev.surefoot.cli.command.CommandLines;
import dev.surefoot.cli.local.LocalEngine;
import dev.surefoot.cli.terminal.Terminal;

/** The command's entry point. */
public final class Surefoot {
  private Surefoot() {}

  /** Runs one command and exits with its status. */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.standard();
    System.exit(CommandLines.of(terminal, new LocalEngine(terminal.messages())).execute(arguments));
  }
}
