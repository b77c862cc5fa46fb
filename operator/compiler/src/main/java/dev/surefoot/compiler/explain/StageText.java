// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.explain;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.compiler.plan.ExpressionPrinter;
import java.util.List;
import java.util.stream.Collectors;

/** The stages of a user plan, one a line, in the order in which rows pass them. */
final class StageText {
  private StageText() {}

  static String print(UserPlan plan) {
    return plan.stages().stream()
        .map(stage -> print(plan, stage))
        .collect(Collectors.joining("\n"));
  }

  private static String print(UserPlan plan, UserStage stage) {
    return switch (stage) {
      case UserStage.ReadRows(int stream, List<String> fields) ->
          source(plan.stream(stream)) + ": " + String.join(", ", fields);
      case UserStage.MatchSpans match ->
          "match spans by "
              + match.key()
              + ": "
              + match.columns().stream()
                  .map(column -> (column.fromOpen() ? "open." : "close.") + column.field())
                  .collect(Collectors.joining(", "));
      case UserStage.FilterRows(var predicate) -> "filter " + ExpressionPrinter.print(predicate);
      case UserStage.ProjectRows(var columns) -> "project " + named(columns);
      case UserStage.AggregateRows(long windowNanos, _, var keys, var aggregates) ->
          "aggregate" + window(windowNanos) + by(named(keys)) + ": " + calls(aggregates);
      case UserStage.MergePartials(_, long windowNanos, var keys, var aggregates) ->
          "merge partial aggregates of the CPUs"
              + window(windowNanos)
              + by(String.join(", ", keys))
              + ": "
              + calls(aggregates.stream().map(UserStage.FinishedAggregate::call).toList());
      case UserStage.SortRows(var keys, long limit) ->
          "sort each window by "
              + keys.stream()
                  .map(
                      key ->
                          ExpressionPrinter.print(key.expression())
                              + (key.descending() ? " descending" : ""))
                  .collect(Collectors.joining(", "))
              + (limit == Long.MAX_VALUE ? "" : ", keep " + limit);
      case UserStage.LimitRows(long limit) -> "end after " + limit + " rows";
    };
  }

  private static String source(KernelStream stream) {
    return switch (stream) {
      case KernelStream.Events _ -> "read records";
      case KernelStream.Batches batches -> "read batches of " + batches.rowsPerBatch() + " rows";
      case KernelStream.Partials _ -> "read partial aggregates";
    };
  }

  private static String window(long nanos) {
    return nanos == 0 ? " over the whole run" : " in windows of " + nanos / 1_000_000 + " ms";
  }

  private static String by(String keys) {
    return keys.isEmpty() ? "" : " by " + keys;
  }

  private static String named(List<NamedExpression> columns) {
    return columns.stream()
        .map(
            column -> {
              String text = ExpressionPrinter.print(column.expression());
              return text.equals(column.name()) ? text : text + " AS " + column.name();
            })
        .collect(Collectors.joining(", "));
  }

  private static String calls(List<AggregateCall> calls) {
    return calls.isEmpty()
        ? "the keys alone"
        : calls.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", "));
  }
}
