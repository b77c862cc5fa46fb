// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.query;

/** Where a query's rows go from every node. */
public sealed interface Output {
  /** As metrics, at the agent's metrics port. */
  record Prometheus() implements Output {}

  /**
   * As OpenTelemetry.
   *
   * @param endpoint the collector's URL
   */
  record Otlp(String endpoint) implements Output {}

  /** As lines of JSON in the agent's log. */
  record Stdout() implements Output {}
}
