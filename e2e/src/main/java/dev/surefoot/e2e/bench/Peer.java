// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.util.List;

/**
 * One way to answer a query.
 *
 * @param name short, for {@code --only} and the report's rows
 * @param command the process to start; empty: nothing runs beside the workload
 * @param ready how it is known that its programs are attached
 */
public record Peer(String name, Query query, List<String> command, ReadySign ready) {
  public Peer {
    command = List.copyOf(command);
  }

  /** The workload alone. */
  public static Peer nothing() {
    return new Peer("none", Query.NONE, List.of(), new ReadySign.Printed(""));
  }
}
