// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.sink.CountingSink;
import dev.surefoot.agent.sink.CsvSink;
import dev.surefoot.agent.sink.JsonSink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Measures the user-space half alone: millions of records or rows a second of processor time, so
 * that other work on the machine disturbs little. The argument is a file that the formats are
 * written to and that is overwritten, by default {@code /dev/null}.
 */
final class ExecutionBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 15;
  private static final long ROUND_NANOS = 200_000_000;

  private ExecutionBenchmark() {}

  /** Prints a line for each workload. */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments.length > 0 ? arguments[0] : "/dev/null");
    measure("spans matched, filtered, grouped", Workloads.spans(new CountingSink()));
    measure("rows of batches, counted", Workloads.batches(new CountingSink()));
    try (FileChannel file = open(target)) {
      measure("rows of batches, as CSV", Workloads.batches(new CsvSink(file, "file")));
    }
    try (FileChannel file = open(target)) {
      measure("rows of batches, as JSON", Workloads.batches(new JsonSink(file, "file")));
    }
  }

  private static FileChannel open(Path target) throws IOException {
    return FileChannel.open(
        target,
        StandardOpenOption.WRITE,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static void measure(String name, Workloads.Running running) {
    double[] rates = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      long rows = 0;
      long took;
      do {
        running.round(0);
        rows += running.rowsPerReplay();
        took = THREADS.getCurrentThreadCpuTime() - start;
      } while (took < ROUND_NANOS);
      rates[round] = rows * 1e3 / took;
    }
    double[] warm = Arrays.copyOfRange(rates, ROUNDS / 3, ROUNDS);
    Arrays.sort(warm);
    System.out.printf(
        "%-36s %6.1f M/s (%.1f to %.1f)%n",
        name, warm[warm.length / 2], warm[0], warm[warm.length - 1]);
  }
}
