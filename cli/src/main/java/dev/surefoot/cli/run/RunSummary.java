// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import dev.surefoot.cli.terminal.WriteFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a run did.
 *
 * @param rows rows that the target took
 * @param events events that the programs saw
 * @param losses every counter, those at 0 too, in the order of the stages
 * @param kernelNanosPerEvent what an event cost in the kernel, where it was measured
 * @param writeFailure why the target took no more rows, where it did not
 */
public record RunSummary(
    long rows,
    long events,
    Duration took,
    String rung,
    List<LossCount> losses,
    OptionalDouble kernelNanosPerEvent,
    Optional<WriteFailure> writeFailure) {
  /** A counter of what one stage could not keep. */
  public record LossCount(String stage, long count) {}

  public RunSummary {
    losses = List.copyOf(losses);
  }

  /** Everything that was lost anywhere. */
  public long lost() {
    return losses.stream().mapToLong(LossCount::count).sum();
  }
}
