// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way to divide a plan between kernel and user space.
 *
 * @param span how spans are kept, where they are matched in the kernel
 * @param group how groups are kept, where rows are aggregated in the kernel
 * @param cost estimated cost of one event of the busiest kind
 */
public record SplitCandidate(
    Cut cut, Optional<SpanForm> span, Optional<GroupForm> group, Cost cost) {
  /**
   * Estimated ns for each event.
   *
   * @param kernelNanos in the kernel, on the path of what is observed
   * @param userNanos in the agent
   */
  public record Cost(double kernelNanos, double userNanos) {
    /**
     * What candidates are ordered by. Time in the agent is spent elsewhere, so that it hurts the
     * workload less than time in the kernel.
     */
    public double weighted() {
      return kernelNanos + 0.25 * userNanos;
    }
  }

  /** The candidate's name, for example {@code partial-aggregate(array, cached-hash)}. */
  public String name() {
    String forms =
        Stream.concat(span.map(SpanForm::label).stream(), group.map(GroupForm::label).stream())
            .collect(Collectors.joining(", "));
    return forms.isEmpty() ? cut.label() : cut.label() + "(" + forms + ")";
  }
}
