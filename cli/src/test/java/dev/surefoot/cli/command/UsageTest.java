// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.golden.Golden;
import dev.surefoot.cli.run.TestingEngine;
import dev.surefoot.cli.terminal.ExitCode;
import dev.surefoot.cli.terminal.TestingTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  private final TestingTerminal terminal = new TestingTerminal();

  @Test
  void helpOfTheWhole() {
    assertThat(execute("--help")).isZero();
    Golden.check("help/surefoot", terminal.rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "explain", "catalog", "tables", "profile", "completion"})
  void helpOfEachCommandHasExamples(String command) {
    assertThat(execute(command, "--help")).isZero();
    assertThat(terminal.rows()).contains("Examples:", "surefoot " + command);
    Golden.check("help/" + command, terminal.rows());
  }

  @ParameterizedTest
  @CsvSource({
    "'', a command is missing",
    "walk, walk",
    "run, Missing required argument",
    "run --sql a -f b, mutually exclusive",
    "run --sql a --for 10, 'write for example 500ms, 10s, 2m or 1h'",
    "run --sql a --for 0s, is not a duration",
    "run --sql a --rung best, write mvsf-only",
    "run --sql a -o xml, TABLE",
    "run --sql a --fro 10s, --fro",
    "tables a b, Unmatched argument",
  })
  void wrongCommandLineSaysWhatIsWrong(String line, String said) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
    assertThat(execute(arguments)).isEqualTo(ExitCode.USAGE.status());
    assertThat(terminal.messages()).contains(said);
    assertThat(terminal.rows()).isEmpty();
  }

  @Test
  void completionNamesEveryCommand() {
    assertThat(execute("completion")).isZero();
    assertThat(terminal.rows()).contains("run", "explain", "--output-file");
  }

  @Test
  void machineThatLacksSomethingHasItsOwnStatus() {
    assertThat(execute("catalog")).isEqualTo(ExitCode.ENVIRONMENT.status());
    assertThat(terminal.messages()).contains("not root");
  }

  @Test
  void explainAndProfileGoToStdout() {
    assertThat(execute("explain", "--sql", "SELECT 1")).isZero();
    assertThat(execute("profile")).isZero();
    assertThat(terminal.rows()).isEqualTo("plan of SELECT 1\nprofile of 6.1\n");
  }

  @Test
  void trainingRunsEveryLine() {
    assertThat(execute("train", "explain\t--sql\tSELECT 1", "profile")).isZero();
    assertThat(terminal.rows()).isEqualTo("plan of SELECT 1\nprofile of 6.1\n");
  }

  private int execute(String... arguments) {
    return CommandLines.of(terminal.terminal(), new TestingEngine()).execute(arguments);
  }
}
