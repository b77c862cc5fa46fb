// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import dev.surefoot.cli.run.Failure;
import dev.surefoot.cli.run.Outcome;
import dev.surefoot.cli.terminal.Terminal;

/** Shows what a command found. */
final class Results {
  private Results() {}

  static int show(Terminal terminal, Outcome<String> result) {
    return switch (result) {
      case Outcome.Done<String>(String text) -> terminal.show(text).status();
      case Outcome.Failed<String>(Failure failure) -> failure.report(terminal.messages());
    };
  }
}
