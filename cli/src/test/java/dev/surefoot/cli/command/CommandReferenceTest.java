// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.cli.run.TestingEngine;
import dev.surefoot.cli.terminal.TestingTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "cli.md");
  private static final List<String> COMMANDS =
      List.of("", "run", "explain", "catalog", "tables", "profile", "completion");

  @Test
  void thePageIsTheHelpOfEveryCommand() throws IOException {
    String page =
        "# Command line\n\nThe output of every `--help`.\n"
            + COMMANDS.stream().map(CommandReferenceTest::section).collect(Collectors.joining());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(page).as("write it with -Dgolden.update=true").isEqualTo(Files.readString(PAGE));
  }

  private static String section(String command) {
    TestingTerminal terminal = new TestingTerminal();
    String[] arguments = (command + " --help").strip().split(" ");
    CommandLines.of(terminal.terminal(), new TestingEngine()).execute(arguments);
    return "\n## %s\n```\n%s```\n".formatted(("surefoot " + command).strip(), terminal.rows());
  }
}
