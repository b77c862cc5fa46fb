// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.ladder.CompiledLadder;
import dev.surefoot.compiler.ladder.LadderCompiler;
import dev.surefoot.compiler.optimizer.Optimizer;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.sql.CompileResult;
import dev.surefoot.compiler.sql.SqlFrontEnd;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A query on its way to rows.
 *
 * @param meant what the text says, before anything is made better
 */
record CompiledQuery(String sql, LogicalPlan meant, CompiledLadder ladder) {
  static CompiledQuery of(String sql, KernelProfile profile, int ringBytes) {
    LogicalPlan plan =
        switch (SqlFrontEnd.compile(new SourceText("query.sql", sql))) {
          case CompileResult.Analyzed(var analyzed, _) -> analyzed;
          case CompileResult.Rejected(var diagnostics) ->
              throw new AssertionError(sql + "\n" + diagnostics);
        };
    CompiledLadder ladder =
        new LadderCompiler(profile, ringBytes).compile("query", Optimizer.optimize(plan));
    return new CompiledQuery(sql, plan, ladder);
  }

  /** A kernel that has everything, with few thread ids. */
  static KernelProfile smallMachine(int cpus) {
    return new KernelProfile(
        "6.18.0",
        "00",
        cpus,
        RandomMachine.PID_MAX,
        EnumSet.allOf(Feature.class),
        Map.of("sched_switch", 4),
        Set.of(),
        Map.of());
  }

  Table table() {
    return table(meant.root());
  }

  private static Table table(PlanNode node) {
    return node instanceof PlanNode.Scan scan ? scan.table() : table(node.inputs().getFirst());
  }

  /** Whether all rows come in one order: equal ones alone may change places. */
  boolean isOrdered() {
    return isOrdered(meant.root());
  }

  private static boolean isOrdered(PlanNode node) {
    return switch (node) {
      case PlanNode.Sort sort ->
          IntStream.range(PlanNode.WindowAggregate.WINDOW_COLUMNS, sort.columns().size())
              .allMatch(column -> sort.keys().stream().anyMatch(key -> isColumn(key, column)));
      case PlanNode.Project project -> isOrdered(project.input());
      case PlanNode.Filter filter -> isOrdered(filter.input());
      case PlanNode.Limit _, PlanNode.Scan _, PlanNode.WindowAggregate _ -> false;
    };
  }

  private static boolean isColumn(UserStage.SortKey key, int column) {
    return key.expression() instanceof Expression.Column(int index, _, _) && index == column;
  }

  /** The same without an end after some rows. */
  LogicalPlan withoutRowLimit() {
    return meant.withRoot(withoutLimit(meant.root()));
  }

  private static PlanNode withoutLimit(PlanNode node) {
    return switch (node) {
      case PlanNode.Limit limit -> withoutLimit(limit.input());
      case PlanNode.Project(var input, var expressions, var source) ->
          new PlanNode.Project(withoutLimit(input), expressions, source);
      case PlanNode.Filter _, PlanNode.Scan _, PlanNode.WindowAggregate _, PlanNode.Sort _ -> node;
    };
  }
}
