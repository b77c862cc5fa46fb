// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.vm;

import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.schema.Tables;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.split.TestingPlans;
import dev.surefoot.e2e.edges.Observation;
import java.util.List;
import java.util.Optional;

/** The two queries as plans, because a parser takes long to start on an emulated machine. */
final class Queries {
  private static final long GETPPID = 110;

  private Queries() {}

  /** The paper's Figure 2c, and how many calls each group had. */
  static LogicalPlan slowestWithCount() {
    return TestingPlans.plan(
        TestingPlans.aggregate(
            TestingPlans.filtered(Tables.SYSTEM_CALLS, Optional.empty()),
            List.of(
                new NamedExpression("pid", TestingPlans.call("pid")),
                new NamedExpression("syscall_number", TestingPlans.call("syscall_number"))),
            List.of(
                new AggregateCall(
                    AggregateFunction.MAX, Optional.of(TestingPlans.latency()), false, "latency"),
                new AggregateCall(AggregateFunction.COUNT, Optional.empty(), false, "calls"))));
  }

  /** This process's getppid calls in a group: after the window's ends come keys and aggregates. */
  static long callsOfGroup(Observation.Row row) {
    return isOwn(row.get(2), row.get(3)) ? row.get(5) : 0;
  }

  /** The paper's Query 2. */
  static LogicalPlan everyLatency() {
    return TestingPlans.everyLatency(Optional.empty());
  }

  /** 1 for a getppid call of this process: pid, tid, number, latency. */
  static long callOfRow(Observation.Row row) {
    return isOwn(row.get(0), row.get(2)) ? 1 : 0;
  }

  private static boolean isOwn(long pid, long number) {
    return pid == ProcessHandle.current().pid() && number == GETPPID;
  }
}
