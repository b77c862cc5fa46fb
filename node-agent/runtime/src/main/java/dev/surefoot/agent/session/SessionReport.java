// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.session;

import dev.surefoot.agent.exec.LossReport;
import dev.surefoot.agent.sink.SinkProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a query did from attachment to end.
 *
 * @param rows rows that the sink took
 * @param costs what the programs cost, where they ran while it was sampled
 */
public record SessionReport(
    long rows,
    Duration took,
    LossReport losses,
    List<ProgramCost> costs,
    Optional<SinkProblem> sinkProblem) {
  /**
   * What one program cost.
   *
   * @param runs during the sample
   * @param nanos of one run, the kernel's two clock reads included
   */
  public record ProgramCost(String program, long runs, double nanos) {}

  public SessionReport {
    costs = List.copyOf(costs);
  }
}
