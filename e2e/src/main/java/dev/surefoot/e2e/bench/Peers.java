// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All peers, in the order of the report. */
final class Peers {
  /** The peer that others are compared with. */
  static final String USUAL_C = "usual C";

  private static final ReadySign LOADER_READY = new ReadySign.Printed("ready");
  private static final ReadySign SUREFOOT_READY = new ReadySign.Printed("running ");

  private final Path root;
  private final Path work;

  /**
   * Peers of a source tree.
   *
   * @param work where the toolchain put the C peers, and where rows go
   */
  Peers(Path root, Path work) {
    this.root = root;
    this.work = work;
  }

  List<Peer> all() {
    return Stream.of(floor(), of(Query.QUERY_1), of(Query.QUERY_2)).flatMap(List::stream).toList();
  }

  private List<Peer> floor() {
    return List.of(
        Peer.nothing(),
        inC("floor: empty", Query.NONE, "floor", "floor_empty"),
        inC("floor: clock", Query.NONE, "floor", "floor_clock"));
  }

  private List<Peer> of(Query query) {
    String number = query == Query.QUERY_1 ? "1" : "2";
    Stream<Peer> direct =
        query == Query.QUERY_1
            ? Stream.empty()
            : Stream.of(inC("direct C", query, "query2-direct", "query2_direct"));
    Stream<Peer> c =
        Stream.of(
            inC(USUAL_C, query, "query" + number + "-usual", "query" + number + "_usual"),
            inC("best C", query, "query" + number + "-best", "query" + number + "_best"));
    Stream<Peer> others =
        Stream.of(
            bpftrace(query, number),
            surefoot("MVSF-only", query, List.of("--rung", "mvsf-only")),
            surefoot("Surefoot", query, List.of()));
    return Stream.of(c, direct, others).flatMap(peers -> peers).toList();
  }

  private Peer inC(String name, Query query, String kind, String object) {
    return new Peer(
        name,
        query,
        List.of(
            work.resolve("peer").toString(),
            kind,
            work.resolve(object + ".o").toString(),
            rows(query, name).toString()),
        LOADER_READY);
  }

  /** bpftrace looks for tracepoints below debugfs; it gets one in a mount namespace of its own. */
  private Peer bpftrace(Query query, String number) {
    Path script = root.resolve("e2e/src/bench/bpftrace/query" + number + ".bt");
    Path rows = rows(query, "bpftrace");
    String command =
        "mount -t debugfs none /sys/kernel/debug; exec bpftrace -o '%s' '%s'"
            .formatted(rows, script);
    return new Peer(
        "bpftrace",
        query,
        List.of("unshare", "--mount", "sh", "-c", command),
        new ReadySign.Written(rows, "ready"));
  }

  private Peer surefoot(String name, Query query, List<String> options) {
    String manifest =
        query == Query.QUERY_1 ? "examples/slow-syscalls.yaml" : "examples/all-latencies.yaml";
    List<String> command =
        List.of(
            root.resolve("surefoot").toString(),
            "run",
            "-f",
            root.resolve(manifest).toString(),
            "-o",
            "csv",
            "--output-file",
            rows(query, name).toString());
    return new Peer(
        name, query, Stream.concat(command.stream(), options.stream()).toList(), SUREFOOT_READY);
  }

  private Path rows(Query query, String name) {
    return work.resolve(query + "-" + name.replaceAll("[^A-Za-z0-9]+", "-") + ".rows");
  }
}
