// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs peers in turn, round by round, so that a machine that slows down slows all of them. A peer
 * that cannot run is left out, and why is said.
 */
final class Alternation {
  private final List<Peer> peers;
  private final PrintStream progress;

  Alternation(List<Peer> peers, PrintStream progress) {
    this.peers = peers;
    this.progress = progress;
  }

  List<Measurement> measure(Workload workload, int rounds) throws IOException {
    Map<Peer, List<Double>> values = new LinkedHashMap<>();
    Map<Peer, Long> lost = new LinkedHashMap<>();
    List<Peer> able = new ArrayList<>(peers);
    for (int round = 1; round <= rounds; round++) {
      for (Peer peer : List.copyOf(able)) {
        try {
          long lostNow = once(workload, peer, values.computeIfAbsent(peer, _ -> new ArrayList<>()));
          lost.merge(peer, lostNow, Long::sum);
          say(workload, peer, "round %d of %d: %.1f".formatted(round, rounds, last(values, peer)));
        } catch (IOException e) {
          say(workload, peer, "left out: " + e.getMessage());
          able.remove(peer);
        }
      }
    }
    return values.keySet().stream()
        .filter(able::contains)
        .map(peer -> new Measurement(peer, Series.of(values.get(peer)), lost.get(peer)))
        .toList();
  }

  private static long once(Workload workload, Peer peer, List<Double> values) throws IOException {
    if (peer.command().isEmpty()) {
      values.add(workload.run());
      return 0;
    }
    try (RunningPeer running = RunningPeer.start(peer, workload.peerPrefix())) {
      double value = workload.run();
      long lost = running.stop();
      values.add(value);
      return lost;
    }
  }

  private static double last(Map<Peer, List<Double>> values, Peer peer) {
    return values.get(peer).getLast();
  }

  private void say(Workload workload, Peer peer, String what) {
    progress.printf("%s, %s %s: %s%n", workload.name(), peer.name(), peer.query(), what);
  }
}
