// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.query;

/** The two kinds of query: one sees its namespace's pods only, the other the whole node. */
public enum QueryKind {
  NAMESPACED("ExtensionQuery"),
  CLUSTER("ClusterExtensionQuery");

  private final String kind;

  QueryKind(String kind) {
    this.kind = kind;
  }

  /** The manifest's {@code kind}. */
  public String kind() {
    return kind;
  }
}
