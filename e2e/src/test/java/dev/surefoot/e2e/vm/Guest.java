// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Boots of a kernel by the scripts in e2e/vm, which say what they need. */
final class Guest {
  private static final Path SCRIPTS = Path.of("vm");
  private static final int NO_STATUS = 124;
  private static final int BOOTS = 3;

  private final String kernel;

  private Guest(String kernel) {
    this.kernel = kernel;
  }

  /** A kernel by the beginning of its release; where it cannot be had the test is skipped. */
  static Guest of(String kernel) throws IOException, InterruptedException {
    Result prepared = execute(List.of(SCRIPTS.resolve("prepare").toString(), kernel));
    Assumptions.assumeTrue(prepared.status() == 0, () -> kernel + ": " + prepared.lines());
    return new Guest(kernel);
  }

  /** Runs a main class of the test's class path as root in the guest. */
  Result run(Class<?> main) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> line =
        List.of(
            SCRIPTS.resolve("run").toString(),
            kernel,
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    Result result = execute(line);
    // A guest that gave no status says nothing of the test; one that did is never asked again.
    for (int boot = 1; result.status() == NO_STATUS && boot < BOOTS; boot++) {
      result = execute(line);
    }
    return result;
  }

  private static Result execute(List<String> line) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putIfAbsent("VM_TIMEOUT", "900");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Result(NO_STATUS + 1, List.of(e.toString()));
    }
    List<String> lines = new ArrayList<>();
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      output.lines().map(String::strip).forEach(lines::add);
    }
    return new Result(process.waitFor(), lines);
  }

  /** What a guest left. */
  record Result(int status, List<String> lines) {
    Result {
      lines = List.copyOf(lines);
    }

    /** The lines that begin with a word, without it. */
    List<String> saying(String word) {
      return lines.stream()
          .filter(line -> line.startsWith(word + " "))
          .map(line -> line.substring(word.length() + 1))
          .toList();
    }
  }
}
