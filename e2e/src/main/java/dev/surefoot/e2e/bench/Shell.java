// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

/** Runs commands that end by themselves. */
final class Shell {
  private Shell() {}

  /** What the command prints; that it fails is an exception with all that it said. */
  static String output(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", List.of(command)) + " failed:\n" + output);
      }
    } catch (InterruptedException _) {
      process.destroy();
      throw new InterruptedIOException("interrupted while running " + command[0]);
    }
    return output;
  }
}
