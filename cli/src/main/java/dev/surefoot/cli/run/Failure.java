// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import dev.surefoot.cli.terminal.ExitCode;
import java.io.PrintWriter;

/**
 * Why something the user asked for could not be done.
 *
 * @param text for people, one or more lines, with places and hints
 */
public record Failure(ExitCode code, String text) {
  /** Shows it. */
  public int report(PrintWriter messages) {
    messages.print(text.endsWith("\n") ? text : text + "\n");
    messages.flush();
    return code.status();
  }
}
