// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own. */
final class CommandProcess implements AutoCloseable {
  /** Far more than any run here takes: what hangs must not hang the test. */
  private static final long PATIENCE_SECONDS = 90;

  private final Process process;
  private final Thread messageReader;
  private final Queue<String> messages = new ConcurrentLinkedQueue<>();
  private final CountDownLatch running = new CountDownLatch(1);

  private CommandProcess(Process process) {
    this.process = process;
    this.messageReader = Thread.ofPlatform().start(this::readMessages);
  }

  /** Starts the command as root. */
  static CommandProcess start(String... arguments) throws IOException {
    return startBehind(List.of(), arguments);
  }

  /** Starts the command behind another, such as setpriv, that replaces itself by its arguments. */
  static CommandProcess startBehind(List<String> prefix, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(prefix);
    line.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.surefoot.cli.Surefoot"));
    line.addAll(List.of(arguments));
    return new CommandProcess(new ProcessBuilder(line).start());
  }

  /** Runs the command to its end. */
  static Ended run(String... arguments) throws IOException, InterruptedException {
    return runBehind(List.of(), arguments);
  }

  /** Runs the command behind another to its end. */
  static Ended runBehind(List<String> prefix, String... arguments)
      throws IOException, InterruptedException {
    try (CommandProcess command = startBehind(prefix, arguments)) {
      return command.end();
    }
  }

  private void readMessages() {
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        messages.add(line + "\n");
        if (line.startsWith("running ")) {
          running.countDown();
        }
      }
    } catch (IOException e) {
      messages.add(e + "\n");
    } finally {
      running.countDown();
    }
  }

  /** Waits until the query is attached, or the command has ended without. */
  void awaitAttached() throws InterruptedException {
    if (!running.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("not attached: " + messages);
    }
  }

  long pid() {
    return process.pid();
  }

  /** The rows, to be read or closed by the test. */
  InputStream rows() {
    return process.getInputStream();
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
  }

  /** SIGINT, as Ctrl-C sends it. */
  void interrupt() throws IOException, InterruptedException {
    int status = new ProcessBuilder("kill", "-INT", Long.toString(pid())).start().waitFor();
    if (status != 0) {
      throw new AssertionError("kill: " + status);
    }
  }

  /** Reads the rows until the command has ended. */
  Ended end() throws IOException, InterruptedException {
    String rows = new String(rows().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(status(), rows, String.join("", messages));
  }

  /** Waits for the end of a command whose rows nobody wants any more. */
  Ended endWithoutRows() throws InterruptedException {
    return new Ended(status(), "", String.join("", messages));
  }

  private int status() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("does not end: " + messages);
    }
    messageReader.join();
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
  }

  /** A manifest with this query, in a file of its own. */
  static Path manifest(Path directory, String sql) throws IOException {
    return Files.writeString(
        directory.resolve("query.yaml"),
        """
        apiVersion: surefoot.dev/v1alpha1
        kind: ExtensionQuery
        metadata: {name: query, namespace: shop}
        spec:
          sql: "%s"
        """
            .formatted(sql));
  }

  /**
   * What a command left.
   *
   * @param rows stdout
   * @param messages stderr
   */
  record Ended(int status, String rows, String messages) {}
}
