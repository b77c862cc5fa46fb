// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all subcommands share. */
@Command(
    name = "surefoot",
    mixinStandardHelpOptions = true,
    version = "surefoot 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = HelpCommand.class,
    description = "Runs SQL queries over the events of this machine's kernel.",
    footer = {
      "",
      "Commands of the source tree (./surefoot):",
      "  test        Runs every test level that this machine can run.",
      "  bench       Measures what queries cost, beside C and bpftrace.",
      "",
      "Examples:",
      "  surefoot run -f examples/slow-syscalls.yaml",
      "  surefoot run --sql 'SELECT comm, path FROM process_exec' -o json --for 10s",
      "  surefoot explain -f examples/slow-syscalls.yaml",
      "  surefoot tables system_calls",
      "",
      "Rows go to stdout, everything else to stderr."
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
