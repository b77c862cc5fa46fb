// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surefoot.cli.run.QueryEngine;
import dev.surefoot.cli.run.RungChoice;
import dev.surefoot.cli.terminal.ExitCode;
import dev.surefoot.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the command line together. */
public final class CommandLines {
  private CommandLines() {}

  /** The command with all its subcommands. */
  public static CommandLine of(Terminal terminal, QueryEngine engine) {
    CommandLine root =
        new CommandLine(new RootCommand())
            .addSubcommand(new RunCommand(terminal, engine))
            .addSubcommand(new ExplainCommand(terminal, engine))
            .addSubcommand(new CatalogCommand(terminal, engine))
            .addSubcommand(new TablesCommand(terminal))
            .addSubcommand(new ProfileCommand(terminal, engine))
            .addSubcommand(new CompletionCommand(terminal));
    root.addSubcommand(new TrainCommand(root));
    return root.registerConverter(Duration.class, new DurationConverter())
        .registerConverter(RungChoice.class, new RungChoiceConverter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colors() ? Ansi.ON : Ansi.OFF))
        .setOut(new PrintWriter(terminal.rows(), true, UTF_8))
        .setErr(terminal.messages())
        .setExecutionExceptionHandler((e, _, _) -> internalError(terminal, e))
        .setParameterExceptionHandler((e, _) -> usageError(terminal, e));
  }

  private static int usageError(Terminal terminal, ParameterException e) {
    CommandLine command = e.getCommandLine();
    terminal.messages().println("surefoot: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, terminal.messages());
    terminal.messages().printf("  hint: %s --help%n", command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE.status();
  }

  private static int internalError(Terminal terminal, Exception e) {
    terminal.messages().println("surefoot: a mistake in surefoot itself; please report it:");
    e.printStackTrace(terminal.messages());
    return ExitCode.INTERNAL.status();
  }
}
