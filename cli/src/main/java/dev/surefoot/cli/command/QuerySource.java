// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surefoot.cli.run.Failure;
import dev.surefoot.cli.run.Outcome;
import dev.surefoot.cli.terminal.ExitCode;
import dev.surefoot.crds.manifest.Manifest;
import dev.surefoot.crds.manifest.ManifestReader;
import dev.surefoot.crds.manifest.Problem;
import dev.surefoot.crds.manifest.SqlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that give a query: a manifest or SQL itself, one of them. */
final class QuerySource {
  @ArgGroup(multiplicity = "1")
  private Choice choice;

  /** One of the two. */
  static final class Choice {
    @Option(
        names = {"-f", "--file"},
        paramLabel = "FILE",
        description = "A manifest of one ExtensionQuery; - reads stdin.")
    private String file;

    @Option(names = "--sql", paramLabel = "SQL", description = "The query itself.")
    private String sql;
  }

  Outcome<SqlText> read(InputStream input) {
    if (choice.sql != null) {
      return new Outcome.Done<>(SqlText.standalone("<sql>", choice.sql));
    }
    if (!choice.file.equals("-")) {
      return sqlOf(ManifestReader.read(Path.of(choice.file)));
    }
    try {
      return sqlOf(ManifestReader.read("<stdin>", new String(input.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      return failed("<stdin>: cannot read the manifest: " + e.getMessage());
    }
  }

  private static Outcome<SqlText> sqlOf(Manifest manifest) {
    return switch (manifest) {
      case Manifest.Valid(var queries) when queries.size() == 1 ->
          new Outcome.Done<>(queries.getFirst().sql());
      case Manifest.Valid(var queries) ->
          failed(
              "the manifest holds %d queries, but one runs at a time\n  hint: put them into files"
                      .formatted(queries.size())
                  + " of their own");
      case Manifest.Invalid(var problems) ->
          failed(problems.stream().map(Problem::show).collect(Collectors.joining()));
    };
  }

  private static Outcome<SqlText> failed(String text) {
    return new Outcome.Failed<>(new Failure(ExitCode.USER_ERROR, text));
  }
}
