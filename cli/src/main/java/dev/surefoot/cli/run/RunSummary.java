// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import dev.surefoot.cli.terminal.WriteFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param rows rows that the target took
 * @param losses every counter, those at 0 too, in the order of the stages
 * @param costs what a run of each program cost, where it was measured
 * @param writeFailure why the target took no more rows, where it did not
 */
public record RunSummary(
    long rows,
    Duration took,
    String rung,
    List<LossCount> losses,
    List<ProgramCost> costs,
    Optional<WriteFailure> writeFailure) {
  /** A counter of what one stage could not keep. */
  public record LossCount(String stage, long count) {}

  /** Mean ns of one run of a program, the kernel's own timing included. */
  public record ProgramCost(String program, double nanos) {}

  public RunSummary {
    costs = List.copyOf(costs);
    losses = List.copyOf(losses);
  }

  /** Everything that was lost anywhere. */
  public long lost() {
    return losses.stream().mapToLong(LossCount::count).sum();
  }
}
