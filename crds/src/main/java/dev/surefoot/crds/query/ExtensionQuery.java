// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.query;

/** A SQL query over kernel events, as a resource. */
public record ExtensionQuery(QueryKind kind, Metadata metadata, QuerySpec spec) {
  /** The group and version of every manifest. */
  public static final String API_VERSION = "surefoot.dev/v1alpha1";
}
