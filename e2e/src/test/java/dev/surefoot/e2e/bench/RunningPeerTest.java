// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPeerTest {
  @Test
  void peerThatPrintsReadyIsStoppedAsByCtrlC() throws IOException {
    Peer peer = shell("trap 'echo Lost 7 events; exit' INT; echo ready; while :; do :; done");
    try (RunningPeer running = RunningPeer.start(peer, List.of())) {
      assertThat(running.stop()).isEqualTo(7);
    }
  }

  @Test
  void peerThatWritesReadyToItsOutput(@TempDir Path directory) throws IOException {
    Path rows = directory.resolve("rows");
    Peer peer =
        new Peer(
            "p",
            Query.QUERY_1,
            List.of(
                "sh",
                "-c",
                "trap exit INT; (echo ready; echo Lost 3 events) > "
                    + rows
                    + "; while :; do :; done"),
            new ReadySign.Written(rows, "ready"));
    try (RunningPeer running = RunningPeer.start(peer, List.of())) {
      assertThat(running.stop()).isEqualTo(3);
    }
  }

  @Test
  void peerThatFailsSaysWhy() {
    Peer peer = shell("echo no such tracepoint >&2; exit 1");
    assertThatThrownBy(() -> RunningPeer.start(peer, List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no such tracepoint");
  }

  @Test
  void peerThatCannotRunIsLeftOutAndTheOthersAreMeasured() throws IOException {
    Peer broken = shell("exit 1");
    List<Measurement> measured =
        new Alternation(
                List.of(Peer.nothing(), broken), new PrintStream(PrintStream.nullOutputStream()))
            .measure(new ConstantWorkload(), 3);
    assertThat(measured).extracting(each -> each.peer().name()).containsExactly("none");
    assertThat(measured.getFirst().series().values()).containsExactly(5.0, 5.0, 5.0);
  }

  private static Peer shell(String script) {
    return new Peer(
        "p", Query.QUERY_1, List.of("sh", "-c", script), new ReadySign.Printed("ready"));
  }

  private static final class ConstantWorkload implements Workload {
    @Override
    public String name() {
      return "constant";
    }

    @Override
    public Measure measure() {
      return Measure.NANOS_PER_CALL;
    }

    @Override
    public double run() {
      return 5;
    }

    @Override
    public List<String> peerPrefix() {
      return List.of();
    }
  }
}
