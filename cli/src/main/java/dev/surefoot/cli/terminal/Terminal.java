// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * The streams of a command.
 *
 * @param rows where results go, unbuffered; writing to it throws where the reader is gone
 * @param messages where all else goes
 * @param colors whether results may be colored
 */
public record Terminal(InputStream input, OutputStream rows, PrintWriter messages, boolean colors) {
  /** The process's own streams. */
  public static Terminal standard() {
    boolean colors =
        Optional.ofNullable(System.console()).map(console -> console.isTerminal()).orElse(false)
            && System.getenv("NO_COLOR") == null
            && !"dumb".equals(System.getenv("TERM"));
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintWriter(
            new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), UTF_8), true),
        colors);
  }

  /** Writes a whole text as a result. */
  public ExitCode show(String text) {
    try {
      rows.write(text.getBytes(UTF_8));
      rows.flush();
      return ExitCode.OK;
    } catch (java.io.IOException e) {
      return WriteFailure.of("stdout", e).report(messages);
    }
  }
}
