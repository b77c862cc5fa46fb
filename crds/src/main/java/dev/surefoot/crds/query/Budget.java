// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.query;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a query may cost on each node; a part that is not given is not limited.
 *
 * @param probeEffect share of the workload's throughput, 0 to 1; the manifest says {@code 2%}
 * @param kernelMemory BPF maps and programs; the manifest says {@code 32Mi}
 * @param maxEventsPerSecond events that the query's hooks may see, at least 1
 */
public record Budget(
    OptionalDouble probeEffect, Optional<ByteCount> kernelMemory, OptionalLong maxEventsPerSecond) {
  /** No limits. */
  public static final Budget UNLIMITED =
      new Budget(OptionalDouble.empty(), Optional.empty(), OptionalLong.empty());
}
