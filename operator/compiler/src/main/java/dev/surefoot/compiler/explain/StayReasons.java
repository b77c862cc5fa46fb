// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.explain;

import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.compiler.plan.ExpressionPrinter;
import dev.surefoot.compiler.split.Conjuncts;
import dev.surefoot.compiler.split.Cut;
import dev.surefoot.compiler.split.KernelExpressible;
import dev.surefoot.compiler.split.Pipeline;
import java.util.ArrayList;
import java.util.List;

/** Why parts of a pipeline run in user space though the kernel could be asked. */
final class StayReasons {
  private final List<String> reasons = new ArrayList<>();

  private StayReasons() {}

  static List<String> of(Pipeline pipeline, Cut cut) {
    StayReasons stay = new StayReasons();
    if (cut == Cut.MVSF_ONLY) {
      return List.of(
          "everything: this rung runs nothing in the kernel but the catalog's functions");
    }
    Conjuncts.of(pipeline)
        .residual()
        .forEach(part -> stay.add("filter " + ExpressionPrinter.print(part), part));
    switch (pipeline.body()) {
      case Pipeline.Body.Rows(List<NamedExpression> columns) ->
          columns.forEach(column -> stay.add(column.name(), column.expression()));
      case Pipeline.Body.Groups(_, var keys, var aggregates) -> {
        keys.forEach(key -> stay.add("key " + key.name(), key.expression()));
        aggregates.forEach(stay::add);
        stay.addCut(cut);
      }
    }
    pipeline.tail().forEach(stay::add);
    return stay.reasons;
  }

  private void add(String part, Expression expression) {
    KernelExpressible.obstacle(expression)
        .ifPresent(obstacle -> reasons.add(part + ": " + obstacle));
  }

  private void add(AggregateCall call) {
    String name = ExpressionPrinter.print(call);
    if (call.distinct()) {
      reasons.add(name + ": distinct values are a set that grows");
    }
    switch (call.function()) {
      case STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP ->
          reasons.add(name + ": needs 128-bit sums of squares, and floating point");
      case AVG -> reasons.add(name + ": the division of sum by count gives floating point");
      case COUNT, SUM, MIN, MAX -> {}
    }
    call.argument().ifPresent(argument -> add(name, argument));
  }

  private void addCut(Cut cut) {
    if (cut != Cut.PARTIALS) {
      reasons.add("aggregate: this rung ships rows");
    }
  }

  private void add(UserStage stage) {
    switch (stage) {
      case UserStage.SortRows _ -> reasons.add("sort: the order is that of a whole window");
      case UserStage.FilterRows _ -> reasons.add("filter of groups: a group is known at its end");
      case UserStage.LimitRows _ -> reasons.add("limit: counts the rows of all CPUs");
      case UserStage.ProjectRows _,
          UserStage.ReadRows _,
          UserStage.MatchSpans _,
          UserStage.AggregateRows _,
          UserStage.MergePartials _ -> {}
    }
  }
}
