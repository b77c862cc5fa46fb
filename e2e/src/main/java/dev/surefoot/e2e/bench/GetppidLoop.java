// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One thread that does nothing but getppid, alone on the last CPU; the peer reads on the first. */
final class GetppidLoop implements Workload {
  private static final int CHUNKS = 15;
  private static final long CALLS = 300_000;

  private final Path program;
  private final int lastCpu = Runtime.getRuntime().availableProcessors() - 1;

  GetppidLoop(Path program) {
    this.program = program;
  }

  @Override
  public String name() {
    return "getppid";
  }

  @Override
  public Measure measure() {
    return Measure.NANOS_PER_CALL;
  }

  @Override
  public double run() throws IOException {
    String output =
        Shell.output(
            program.toString(),
            Integer.toString(lastCpu),
            Integer.toString(CHUNKS),
            Long.toString(CALLS));
    return Series.of(output.lines().map(Double::valueOf).toList()).median();
  }

  @Override
  public List<String> peerPrefix() {
    return lastCpu == 0 ? List.of() : List.of("taskset", "-c", "0-" + (lastCpu - 1));
  }
}
