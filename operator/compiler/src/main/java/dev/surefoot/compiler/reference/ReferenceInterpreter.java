// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import dev.surefoot.catalog.bundle.UserStage.SortKey;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.plan.PlanNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs a plan over recorded events. */
public final class ReferenceInterpreter {
  /**
   * A row of the result.
   *
   * @param windowStart of its window, in ns; 0 in a query without windows
   * @param values in the order of the plan's columns
   */
  public record ResultRow(long windowStart, List<Object> values) {
    public ResultRow {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  private final ExpressionEvaluator evaluator;
  private final EventLog log;

  private ReferenceInterpreter(EventLog log, Names names) {
    this.log = log;
    this.evaluator = new ExpressionEvaluator(names);
  }

  /**
   * All rows, window after window; within a window in the order of a sort, else in the order in
   * which the first event of each came.
   */
  public static List<ResultRow> run(LogicalPlan plan, EventLog log, Names names) {
    return new ReferenceInterpreter(log, names).rows(plan.root());
  }

  private List<ResultRow> rows(PlanNode node) {
    return switch (node) {
      case PlanNode.Scan scan ->
          TableRows.of(scan.table(), log).stream().map(row -> new ResultRow(0, row)).toList();
      case PlanNode.Filter(var input, var predicate, _) ->
          rows(input).stream().filter(row -> evaluator.isTrue(predicate, row.values())).toList();
      case PlanNode.Project(var input, var expressions, _) ->
          rows(input).stream().map(row -> project(row, expressions)).toList();
      case PlanNode.WindowAggregate aggregate -> aggregate(aggregate);
      case PlanNode.Sort sort -> sort(sort);
      case PlanNode.Limit(var input, long limit, _) -> rows(input).stream().limit(limit).toList();
    };
  }

  private ResultRow project(ResultRow row, List<NamedExpression> expressions) {
    return new ResultRow(row.windowStart(), values(row, expressions));
  }

  private List<Object> values(ResultRow row, List<NamedExpression> expressions) {
    List<Object> values = new ArrayList<>();
    expressions.forEach(named -> values.add(evaluator.evaluate(named.expression(), row.values())));
    return values;
  }

  private List<ResultRow> aggregate(PlanNode.WindowAggregate aggregate) {
    Map<Long, Map<List<Object>, List<ResultRow>>> windows = new TreeMap<>();
    for (ResultRow row : rows(aggregate.input())) {
      long time = (Long) row.values().get(aggregate.timeColumn());
      windows
          .computeIfAbsent(windowStart(aggregate, time), _ -> new LinkedHashMap<>())
          .computeIfAbsent(values(row, aggregate.keys()), _ -> new ArrayList<>())
          .add(row);
    }
    List<ResultRow> result = new ArrayList<>();
    windows.forEach(
        (start, groups) ->
            groups.forEach((key, rows) -> result.add(group(aggregate, start, key, rows))));
    return result;
  }

  private long windowStart(PlanNode.WindowAggregate aggregate, long time) {
    long length = aggregate.windowNanos();
    return length == 0 ? log.startNanos() : Math.floorDiv(time, length) * length;
  }

  private ResultRow group(
      PlanNode.WindowAggregate aggregate, long start, List<Object> key, List<ResultRow> rows) {
    long length = aggregate.windowNanos();
    List<Object> values =
        new ArrayList<>(Arrays.asList(start, length == 0 ? log.endNanos() : start + length));
    values.addAll(key);
    aggregate.aggregates().forEach(call -> values.add(evaluate(call, rows)));
    return new ResultRow(start, values);
  }

  private Object evaluate(AggregateCall call, List<ResultRow> rows) {
    List<Object> values = new ArrayList<>();
    for (ResultRow row : rows) {
      values.add(
          call.argument().isEmpty()
              ? (Object) true
              : evaluator.evaluate(call.argument().get(), row.values()));
    }
    return AggregateEvaluator.evaluate(call, values);
  }

  private List<ResultRow> sort(PlanNode.Sort sort) {
    Map<Long, List<ResultRow>> windows =
        rows(sort.input()).stream()
            .collect(
                Collectors.groupingBy(ResultRow::windowStart, TreeMap::new, Collectors.toList()));
    return windows.values().stream()
        .flatMap(rows -> rows.stream().sorted(order(sort.keys())).limit(sort.limit()))
        .toList();
  }

  private Comparator<ResultRow> order(List<SortKey> keys) {
    Comparator<ResultRow> order = (_, _) -> 0;
    for (SortKey key : keys) {
      order =
          order.thenComparing(
              row -> evaluator.evaluate(key.expression(), row.values()),
              key.descending() ? ValueOrder.DESCENDING : ValueOrder.ASCENDING);
    }
    return order;
  }
}
