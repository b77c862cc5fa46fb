// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.plan.PlanNode;
import java.util.List;
import java.util.Optional;

/** Brings a plan to its canonical shape, which the package describes. */
public final class Optimizer {
  private static final List<PlanRule> RULES =
      List.of(
          new SimplifyExpressions(),
          new CountRows(),
          new MergeFilters(),
          new RemoveTrueFilter(),
          new PushFilterBelowProject(),
          new PushFilterBelowAggregate(),
          new MergeProjects(),
          new RemoveIdentityProject(),
          new PruneColumns());

  /** Far more than any plan needs: a rule that fires without end is a bug. */
  private static final int MOST_STEPS = 10_000;

  private int steps;

  private Optimizer() {}

  /** The same rows, for less. */
  public static LogicalPlan optimize(LogicalPlan plan) {
    return plan.withRoot(new Optimizer().optimize(plan.root()));
  }

  private PlanNode optimize(PlanNode node) {
    PlanNode below = withInput(node);
    for (PlanRule rule : RULES) {
      Optional<PlanNode> changed = rule.apply(below);
      if (changed.isPresent()) {
        if (++steps > MOST_STEPS) {
          throw new IllegalStateException(rule.getClass().getSimpleName() + " fires without end");
        }
        return optimize(changed.get());
      }
    }
    return below;
  }

  private PlanNode withInput(PlanNode node) {
    return switch (node) {
      case PlanNode.Scan scan -> scan;
      case PlanNode.Filter(var input, var predicate, var source) ->
          new PlanNode.Filter(optimize(input), predicate, source);
      case PlanNode.Project(var input, var expressions, var source) ->
          new PlanNode.Project(optimize(input), expressions, source);
      case PlanNode.WindowAggregate a ->
          new PlanNode.WindowAggregate(
              optimize(a.input()),
              a.windowNanos(),
              a.timeColumn(),
              a.keys(),
              a.aggregates(),
              a.source());
      case PlanNode.Sort(var input, var keys, long limit, var source) ->
          new PlanNode.Sort(optimize(input), keys, limit, source);
      case PlanNode.Limit(var input, long limit, var source) ->
          new PlanNode.Limit(optimize(input), limit, source);
    };
  }
}
