// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.golden.Golden;
import dev.surefoot.cli.run.TestingEngine;
import dev.surefoot.cli.terminal.ExitCode;
import dev.surefoot.cli.terminal.TestingTerminal;
import org.junit.jupiter.api.Test;

class TablesCommandTest {
  private final TestingTerminal terminal = new TestingTerminal();

  @Test
  void allTables() {
    assertThat(execute("tables")).isZero();
    Golden.check("tables/all", terminal.rows());
  }

  @Test
  void oneTableWithUnits() {
    assertThat(execute("tables", "system_calls")).isZero();
    Golden.check("tables/system_calls", terminal.rows());
  }

  @Test
  void oneTableAsJson() {
    assertThat(execute("tables", "process_exit", "-o", "json")).isZero();
    Golden.check("tables/process_exit_json", terminal.rows());
  }

  @Test
  void unknownTableNamesTheKnownOnes() {
    assertThat(execute("tables", "flows")).isEqualTo(ExitCode.USER_ERROR.status());
    assertThat(terminal.messages()).contains("no table 'flows'", "sched_switches");
    assertThat(terminal.rows()).isEmpty();
  }

  private int execute(String... arguments) {
    return CommandLines.of(terminal.terminal(), new TestingEngine()).execute(arguments);
  }
}
