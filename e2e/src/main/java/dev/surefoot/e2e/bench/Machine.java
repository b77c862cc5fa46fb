// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says what a report was measured on. */
final class Machine {
  private Machine() {}

  static String describe() throws IOException {
    String model =
        Files.readString(Path.of("/proc/cpuinfo"))
            .lines()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    return "Linux %s, %d CPUs (%s)"
        .formatted(
            System.getProperty("os.version"), Runtime.getRuntime().availableProcessors(), model);
  }
}
