// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.cli.run.Failure;
import dev.surefoot.cli.run.TestingEngine;
import dev.surefoot.cli.terminal.ExitCode;
import dev.surefoot.cli.terminal.TestingTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  private static final String MANIFEST =
      """
      apiVersion: surefoot.dev/v1alpha1
      kind: ExtensionQuery
      metadata: {name: q}
      spec: {sql: SELECT 2}
      """;

  private final TestingEngine engine = new TestingEngine();
  private TestingTerminal terminal = new TestingTerminal();

  @Test
  void rowsGoToStdoutAndEverythingElseToStderr() {
    assertThat(run("run", "--sql", "SELECT 1")).isZero();
    assertThat(terminal.rows()).isEqualTo("SELECT 1\n");
    assertThat(terminal.messages())
        .isEqualTo(
            """
            rung 0: testing
            1 rows in 1.5 s
            rung: testing
            cost: ns a run: sys_exit 42
            lost: 2 (ring full 0, late rows 2)
            """);
    assertThat(engine.calls)
        .containsExactly("measureProfile", "compile Best[]", "attach", "run stdout TABLE", "close");
  }

  @Test
  void manifestFromAFile(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("q.yaml"), MANIFEST);
    assertThat(run("run", "-f", file.toString())).isZero();
    assertThat(terminal.rows()).isEqualTo("SELECT 2\n");
  }

  @Test
  void manifestFromStdin() {
    terminal = new TestingTerminal(MANIFEST);
    assertThat(run("run", "-f", "-", "-o", "json", "--rung", "mvsf-only")).isZero();
    assertThat(terminal.rows()).isEqualTo("SELECT 2\n");
    assertThat(engine.calls).contains("compile MvsfOnly[]", "run stdout JSON");
  }

  @Test
  void outputFileTakesTheRows(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("rows.csv");
    assertThat(run("run", "--sql", "SELECT 1", "-o", "csv", "--output-file", file.toString()))
        .isZero();
    assertThat(file).hasContent("SELECT 1");
    assertThat(terminal.rows()).isEmpty();
  }

  @Test
  void outputFileThatCannotBeMadeEndsBeforeAnythingIsAttached(@TempDir Path directory) {
    String file = directory.resolve("none").resolve("rows").toString();
    assertThat(run("run", "--sql", "SELECT 1", "--output-file", file))
        .isEqualTo(ExitCode.OUTPUT.status());
    assertThat(engine.calls).isEmpty();
  }

  @Test
  void fullDiskEndsTheRunWithItsOwnStatusAndASummary() {
    assertThat(run("run", "--sql", "SELECT 1", "--output-file", "/dev/full"))
        .isEqualTo(ExitCode.OUTPUT.status());
    assertThat(terminal.messages())
        .contains("lost: 2", "cannot write to /dev/full: No space left on device");
    assertThat(engine.calls).endsWith("close");
  }

  @Test
  void theTimeLimitStopsTheRun() {
    engine.runsUntilStopped = true;
    assertThat(run("run", "--sql", "SELECT 1", "--for", "50ms")).isZero();
    assertThat(engine.calls).endsWith("close");
  }

  @Test
  void wrongQueryIsShownAndAttachesNothing() {
    engine.compileFailure =
        Optional.of(new Failure(ExitCode.USER_ERROR, "<sql>:1:8: no such column"));
    assertThat(run("run", "--sql", "SELECT x")).isEqualTo(ExitCode.USER_ERROR.status());
    assertThat(terminal.messages()).isEqualTo("<sql>:1:8: no such column\n");
    assertThat(engine.calls).containsExactly("measureProfile", "compile Best[]");
  }

  @Test
  void wrongManifestIsAUserError() {
    terminal = new TestingTerminal("kind: Query");
    assertThat(run("run", "-f", "-")).isEqualTo(ExitCode.USER_ERROR.status());
    assertThat(terminal.messages()).contains("<stdin>:1:7: kind 'Query' is not a query");
  }

  @Test
  void twoQueriesInOneManifestAreTooMany() {
    terminal = new TestingTerminal(MANIFEST + "---\n" + MANIFEST);
    assertThat(run("run", "-f", "-")).isEqualTo(ExitCode.USER_ERROR.status());
    assertThat(terminal.messages()).contains("the manifest holds 2 queries");
  }

  @Test
  void profileOfAnotherNode() {
    assertThat(run("run", "--sql", "SELECT 1", "--profile", "node.json")).isZero();
    assertThat(engine.calls.getFirst()).isEqualTo("readProfile node.json");
  }

  private int run(String... arguments) {
    return CommandLines.of(terminal.terminal(), engine).execute(arguments);
  }
}
