// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs several commands in one process, so that the virtual machine can record what they load and
 * compile (JEP 483, 514, 515). Part of the build.
 */
@Command(name = "train", hidden = true, description = "Runs command lines, one argument each.")
final class TrainCommand implements Runnable {
  @Parameters(paramLabel = "COMMAND-LINE")
  private List<String> commandLines = List.of();

  private final CommandLine root;

  TrainCommand(CommandLine root) {
    this.root = root;
  }

  @Override
  public void run() {
    // What a command says or whether it can run here does not matter: what it loads does.
    commandLines.forEach(line -> root.execute(line.split("\t", -1)));
  }
}
