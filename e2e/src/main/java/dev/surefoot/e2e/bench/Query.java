// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

/** What a peer answers. */
public enum Query {
  NONE("no query"),
  QUERY_1("Query 1: the slowest call of each kind in each process, every second"),
  QUERY_2("Query 2: the latency of every call, to a file");

  private final String title;

  Query(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
