// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./surefoot bench}. */
@Command(
    name = "surefoot bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures what the paper's two queries cost: C, bpftrace and Surefoot beside the same"
            + " workloads.",
    footer = {
      "",
      "Examples:",
      "  surefoot bench",
      "  surefoot bench --workload getppid --rounds 9 --only 'usual C' --only Surefoot",
    })
public final class Bench implements Callable<Integer> {
  @Option(names = "--root", hidden = true, description = "The source tree.")
  private Path root = Path.of("");

  @Option(names = "--output", paramLabel = "DIRECTORY", description = "Where the report goes.")
  private Path output = Path.of("bench-report");

  @Option(names = "--rounds", paramLabel = "N", description = "Runs of each peer; default: 5.")
  private int rounds = 5;

  @Option(
      names = "--workload",
      paramLabel = "NAME",
      description = "getppid or rocksdb; default: both.")
  private List<String> workloads = List.of("getppid", "rocksdb");

  @Option(
      names = "--only",
      paramLabel = "PEER",
      description = "A peer to measure, beside 'none'; default: all.")
  private List<String> only = List.of();

  @Option(
      names = "--rocksdb-operations",
      paramLabel = "N",
      description = "Writes, and as many reads, of a run; default: 500000.")
  private long operations = 500_000;

  /** Measures and exits with the status. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Path work = Files.createTempDirectory("surefoot-bench");
    new Toolchain(root.resolve("e2e/src/bench/c"), work).compile();
    List<Peer> peers =
        new Peers(root.toAbsolutePath(), work)
            .all().stream()
                .filter(peer -> only.isEmpty() || only.contains(peer.name()) || isNone(peer))
                .toList();
    MarkdownReport report = new MarkdownReport(Machine.describe(), rounds);
    Files.createDirectories(output);
    for (Workload workload : chosen(work)) {
      List<Measurement> measured = new Alternation(peers, System.err).measure(workload, rounds);
      report.add(workload, measured);
      Files.writeString(
          output.resolve(workload.name() + ".svg"),
          BarChart.print(workload.name(), workload.measure().unit(), measured));
      // After each workload, so that an interrupted run leaves what it has.
      Files.writeString(output.resolve("report.md"), report.print());
    }
    System.out.println(report.print());
    System.err.println("written to " + output.resolve("report.md"));
    return 0;
  }

  private List<Workload> chosen(Path work) {
    return List.<Workload>of(
            new GetppidLoop(work.resolve("getppid")),
            new RocksDb(work.resolve("database"), operations))
        .stream()
        .filter(workload -> workloads.contains(workload.name()))
        .toList();
  }

  private static boolean isNone(Peer peer) {
    return peer.command().isEmpty();
  }
}
