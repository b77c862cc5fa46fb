// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.edges;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A process of edges.c, which waits in a read of its stdin until it is told to go. */
final class Child implements AutoCloseable {
  private static final Path SOURCE = Path.of("src", "test", "c", "edges.c");

  private final Process process;
  private final BufferedReader output;
  private final long observedPid;

  private Child(Process process) throws IOException {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.observedPid = Long.parseLong(output.readLine());
  }

  /** Compiles edges.c into a directory; where there is no compiler the test is skipped. */
  static Path compile(Path directory) throws IOException, InterruptedException {
    Path program = directory.resolve("edges");
    Process compiler;
    try {
      compiler =
          new ProcessBuilder("cc", "-O1", "-pthread", "-o", program.toString(), SOURCE.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      Assumptions.abort("no C compiler: " + e.getMessage());
      throw e;
    }
    String messages = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (compiler.waitFor() != 0 || !Files.isExecutable(program)) {
      throw new AssertionError(messages);
    }
    return program;
  }

  /** Starts the program; it does nothing yet. */
  static Child start(Path program, String what) throws IOException {
    return new Child(
        new ProcessBuilder(program.toString(), what)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** The process whose calls are to be looked at. */
  long observedPid() {
    return observedPid;
  }

  /** Lets it do what it was started for; gives the numbers that it prints. */
  List<Long> go() throws IOException, InterruptedException {
    process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
    List<Long> numbers = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      numbers.add(Long.valueOf(line));
    }
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError("status " + process);
    }
    return numbers;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
