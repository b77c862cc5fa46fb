// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import dev.surefoot.cli.run.Failure;
import dev.surefoot.cli.run.Outcome;
import dev.surefoot.cli.run.OutputFormat;
import dev.surefoot.cli.run.QueryEngine;
import dev.surefoot.cli.run.QueryRun;
import dev.surefoot.cli.run.RowTarget;
import dev.surefoot.cli.run.RungChoice;
import dev.surefoot.cli.terminal.ExitCode;
import dev.surefoot.cli.terminal.Terminal;
import dev.surefoot.cli.terminal.WriteFailure;
import dev.surefoot.crds.manifest.SqlText;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code surefoot run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs a query on this machine's kernel until Ctrl-C; a summary follows.",
    footer = {
      "",
      "Examples:",
      "  surefoot run -f examples/slow-syscalls.yaml",
      "  surefoot run --sql 'SELECT comm, path FROM process_exec' -o json | jq .path",
      "  surefoot run -f query.yaml --for 10s -o csv --output-file rows.csv",
      "  surefoot run -f query.yaml --rung mvsf-only"
    })
final class RunCommand implements Callable<Integer> {
  @Mixin private QuerySource source;
  @Mixin private ProfileOption profile;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "table, json (one object a row) or csv; default: table.")
  private OutputFormat format;

  @Option(
      names = "--output-file",
      paramLabel = "FILE",
      description = "Write rows to this file instead of stdout.")
  private Path outputFile;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "End after this time, for example 500ms, 10s, 2m.")
  private Duration limit;

  @Option(
      names = "--rung",
      paramLabel = "RUNG",
      description =
          "mvsf-only, or a number that 'surefoot explain' shows; default: the first that the"
              + " kernel accepts.")
  private RungChoice rung = new RungChoice.Best();

  @Option(names = "--no-color", description = "No colors; none are used where stdout is a file.")
  private boolean noColor;

  private final Terminal terminal;
  private final QueryEngine engine;

  RunCommand(Terminal terminal, QueryEngine engine) {
    this.terminal = terminal;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    return switch (source.read(terminal.input())) {
      case Outcome.Failed<SqlText>(Failure failure) -> failure.report(terminal.messages());
      case Outcome.Done<SqlText>(SqlText sql) -> run(sql).status();
    };
  }

  private ExitCode run(SqlText sql) {
    if (outputFile == null) {
      boolean colors = terminal.colors() && !noColor;
      return run(sql, new RowTarget("stdout", terminal.rows(), format, true, colors));
    }
    try (OutputStream file = new FileOutputStream(outputFile.toFile())) {
      return run(sql, new RowTarget(outputFile.toString(), file, format, false, false));
    } catch (IOException e) {
      return WriteFailure.of(outputFile.toString(), e).report(terminal.messages());
    }
  }

  private ExitCode run(SqlText sql, RowTarget target) {
    return new QueryRun(engine, terminal.messages())
        .run(sql, profile.read(engine), rung, target, Optional.ofNullable(limit));
  }
}
