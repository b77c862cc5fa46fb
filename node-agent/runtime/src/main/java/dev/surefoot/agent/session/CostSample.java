// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.session;

import dev.surefoot.agent.attach.AttachedBundle;
import dev.surefoot.agent.attach.RunStatistics;
import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.load.ProgramStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures for a short time what a run of each program costs. The measuring itself slows the
 * programs down, so that it does not go on.
 */
final class CostSample {
  private static final long FROM_NANOS = 300_000_000L;
  private static final long UNTIL_NANOS = 500_000_000L;

  private final AttachedBundle bundle;
  private final long startNanos;
  private RunStatistics statistics;
  private boolean over;

  CostSample(AttachedBundle bundle, long startNanos) {
    this.bundle = bundle;
    this.startNanos = startNanos;
  }

  /** Begins or ends the sample when it is time. */
  void at(long nowNanos) {
    long age = nowNanos - startNanos;
    if (statistics == null && !over && age >= FROM_NANOS) {
      begin();
    } else if (statistics != null && age >= UNTIL_NANOS) {
      end();
    }
  }

  private void begin() {
    try {
      statistics = RunStatistics.enable();
    } catch (BpfException e) {
      // Before 5.8 there is no such call, and without CAP_SYS_ADMIN it is refused: no costs then.
      over = true;
    }
  }

  void end() {
    over = true;
    if (statistics != null) {
      statistics.close();
      statistics = null;
    }
  }

  List<SessionReport.ProgramCost> costs() {
    List<SessionReport.ProgramCost> costs = new ArrayList<>();
    for (Map.Entry<String, ProgramStatistics> entry : bundle.statistics().entrySet()) {
      long runs = entry.getValue().runs();
      if (runs > 0) {
        double nanos = (double) entry.getValue().runNanos() / runs;
        costs.add(new SessionReport.ProgramCost(entry.getKey(), runs, nanos));
      }
    }
    return costs;
  }
}
