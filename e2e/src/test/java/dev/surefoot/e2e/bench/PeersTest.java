// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeersTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final List<Peer> peers = new Peers(ROOT, Path.of("work")).all();

  @Test
  void bothQueriesHaveTheSamePeers() {
    assertThat(namesOf(Query.QUERY_1))
        .containsExactly("usual C", "best C", "bpftrace", "MVSF-only", "Surefoot");
    assertThat(namesOf(Query.QUERY_2)).containsAll(namesOf(Query.QUERY_1));
  }

  @Test
  void everyPeerWritesRowsOfItsOwn() {
    List<Peer> writers =
        peers.stream().filter(peer -> peer.query() != Query.NONE).distinct().toList();
    assertThat(writers.stream().map(PeersTest::rowsFile).distinct()).hasSameSizeAs(writers);
  }

  @Test
  void whatCommandsReadIsThere() {
    assertThat(
            peers.stream()
                .flatMap(peer -> peer.command().stream())
                .flatMap(part -> List.of(part.split("'")).stream())
                .filter(part -> part.startsWith(ROOT.toString()))
                .map(Path::of))
        .isNotEmpty()
        .allMatch(Files::exists);
  }

  private List<String> namesOf(Query query) {
    return peers.stream().filter(peer -> peer.query() == query).map(Peer::name).toList();
  }

  private static String rowsFile(Peer peer) {
    return List.of(String.join(" ", peer.command()).split("[ ']")).stream()
        .filter(part -> part.endsWith(".rows"))
        .findFirst()
        .orElseThrow();
  }
}
