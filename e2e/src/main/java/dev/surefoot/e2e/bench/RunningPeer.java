// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A peer's process, attached. */
final class RunningPeer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(60);

  private final Peer peer;
  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  private RunningPeer(Peer peer, Process process) {
    this.peer = peer;
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::readLines);
  }

  /** Starts the peer's process and waits until its programs are attached. */
  static RunningPeer start(Peer peer, List<String> prefix) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(peer.command());
    if (peer.ready() instanceof ReadySign.Written(Path file, _)) {
      Files.deleteIfExists(file);
    }
    RunningPeer running =
        new RunningPeer(peer, new ProcessBuilder(command).redirectErrorStream(true).start());
    running.awaitReady();
    return running;
  }

  private void readLines() {
    try (var input = process.inputReader(UTF_8)) {
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        synchronized (lines) {
          lines.add(line);
        }
      }
    } catch (IOException _) {
      // The process is gone; what it said before is there.
    }
  }

  private List<String> said() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!isReady()) {
      if (!process.isAlive()) {
        awaitLastWords();
        throw new IOException(peer.name() + " ended at once:\n" + String.join("\n", said()));
      }
      if (System.nanoTime() > deadline) {
        List<String> soFar = said();
        // Closes the streams, too: what has not been read by now is gone.
        process.destroyForcibly();
        throw new IOException(peer.name() + " did not get ready:\n" + String.join("\n", soFar));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** A process can be gone before all that it said has been read. */
  private void awaitLastWords() throws IOException {
    try {
      reader.join(END);
    } catch (InterruptedException _) {
      throw new InterruptedIOException("interrupted while " + peer.name() + " was ending");
    }
  }

  private boolean isReady() throws IOException {
    return switch (peer.ready()) {
      case ReadySign.Printed(String prefix) ->
          said().stream().anyMatch(line -> line.startsWith(prefix));
      case ReadySign.Written(Path file, String text) ->
          Files.exists(file) && Files.readString(file).lines().anyMatch(text::equals);
    };
  }

  /** Ends it as Ctrl-C would, and says what it lost. */
  long stop() throws IOException {
    Shell.output("kill", "-INT", Long.toString(process.pid()));
    try {
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException(peer.name() + " does not end on SIGINT");
      }
    } catch (InterruptedException _) {
      throw new InterruptedIOException("interrupted while " + peer.name() + " was ending");
    }
    awaitLastWords();
    return LossCount.of(said()) + lossAmongRows();
  }

  /** What writes its signs among its rows writes its losses there, too. */
  private long lossAmongRows() throws IOException {
    if (!(peer.ready() instanceof ReadySign.Written(Path file, _))) {
      return 0;
    }
    try (Stream<String> rows = Files.lines(file)) {
      return LossCount.of(rows.filter(row -> row.startsWith("Lost ")).toList());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
