// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** RocksDB fills a new database at random and reads it at random: writes and preads, one a call. */
final class RocksDb implements Workload {
  private static final Pattern RESULT =
      Pattern.compile("(?:fill|read)random +: .* ([0-9.]+) seconds ([0-9]+) operations");

  private final Path directory;
  private final long operations;

  /**
   * A workload of its own database.
   *
   * @param operations of each kind
   */
  RocksDb(Path directory, long operations) {
    this.directory = directory;
    this.operations = operations;
  }

  @Override
  public String name() {
    return "rocksdb";
  }

  @Override
  public Measure measure() {
    return Measure.OPERATIONS_PER_SECOND;
  }

  @Override
  public double run() throws IOException {
    try {
      return throughput(
          Shell.output(
              "db_bench",
              "--benchmarks=fillrandom,readrandom",
              "--num=" + operations,
              "--reads=" + operations,
              "--value_size=100",
              // Smaller than the data, so that reads reach the kernel.
              "--cache_size=8388608",
              "--compression_type=none",
              "--seed=1",
              "--db=" + directory));
    } finally {
      delete();
    }
  }

  /** Operations of both kinds by the time of both. */
  static double throughput(String output) {
    List<MatchResult> results = RESULT.matcher(output).results().toList();
    if (results.size() != 2) {
      throw new IllegalArgumentException("db_bench said:\n" + output);
    }
    double seconds =
        results.stream().mapToDouble(result -> Double.parseDouble(result.group(1))).sum();
    long done = results.stream().mapToLong(result -> Long.parseLong(result.group(2))).sum();
    return done / seconds;
  }

  private void delete() throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public List<String> peerPrefix() {
    return List.of();
  }
}
