// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.plan.PlanColumn;
import dev.surefoot.compiler.plan.PlanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From a plan to its {@link Pipeline}: walks from the scan to the root, carrying every column as an
 * expression over the table until an aggregate or the root ends the body.
 */
final class PipelineBuilder {
  private final LogicalPlan plan;
  private final List<Expression> conjuncts = new ArrayList<>();
  private final List<UserStage> tail = new ArrayList<>();
  private Table table;
  private List<NamedExpression> columns;
  private Pipeline.Body.Groups groups;
  private SourceLine scanLine;
  private SourceLine filterLine;
  private SourceLine bodyLine;

  private PipelineBuilder(LogicalPlan plan) {
    this.plan = plan;
  }

  static Pipeline of(LogicalPlan plan) {
    PipelineBuilder builder = new PipelineBuilder(plan);
    builder.add(plan.root());
    return builder.build();
  }

  private void add(PlanNode planNode) {
    planNode.inputs().forEach(this::add);
    if (groups != null) {
      tail.add(stageOf(planNode));
      return;
    }
    switch (planNode) {
      case PlanNode.Scan(Table scanned, SourceLine line) -> scan(scanned, line);
      case PlanNode.Filter(_, Expression predicate, SourceLine line) -> {
        addConjuncts(predicate.over(current()));
        filterLine = line;
      }
      case PlanNode.Project(_, List<NamedExpression> expressions, SourceLine line) -> {
        columns = over(expressions);
        bodyLine = line;
      }
      case PlanNode.WindowAggregate aggregate -> group(aggregate);
      case PlanNode.Sort _, PlanNode.Limit _ -> tail.add(stageOf(planNode));
    }
  }

  private void scan(Table scanned, SourceLine line) {
    table = scanned;
    List<PlanColumn> stored = new PlanNode.Scan(scanned, line).columns();
    columns =
        IntStream.range(0, stored.size())
            .mapToObj(
                i ->
                    new NamedExpression(
                        stored.get(i).name(),
                        new Expression.Column(i, stored.get(i).name(), stored.get(i).type())))
            .toList();
    scanLine = line;
    filterLine = line;
    bodyLine = line;
  }

  private void addConjuncts(Expression predicate) {
    if (predicate instanceof Expression.And(List<Expression> operands)) {
      operands.forEach(this::addConjuncts);
    } else {
      conjuncts.add(predicate);
    }
  }

  private void group(PlanNode.WindowAggregate aggregate) {
    List<AggregateCall> calls =
        aggregate.aggregates().stream()
            .map(
                call ->
                    new AggregateCall(
                        call.function(),
                        call.argument().map(argument -> argument.over(current())),
                        call.distinct(),
                        call.name()))
            .toList();
    groups = new Pipeline.Body.Groups(aggregate.windowNanos(), over(aggregate.keys()), calls);
    bodyLine = aggregate.source();
  }

  private static UserStage stageOf(PlanNode planNode) {
    return switch (planNode) {
      case PlanNode.Filter(_, Expression predicate, _) -> new UserStage.FilterRows(predicate);
      case PlanNode.Project(_, List<NamedExpression> expressions, _) ->
          new UserStage.ProjectRows(expressions);
      case PlanNode.Sort(_, List<UserStage.SortKey> keys, long limit, _) ->
          new UserStage.SortRows(keys, limit);
      case PlanNode.Limit(_, long limit, _) -> new UserStage.LimitRows(limit);
      case PlanNode.Scan _, PlanNode.WindowAggregate _ ->
          throw new IllegalArgumentException("a plan has one scan and at most one aggregate");
    };
  }

  private List<Expression> current() {
    return columns.stream().map(NamedExpression::expression).toList();
  }

  private List<NamedExpression> over(List<NamedExpression> expressions) {
    List<Expression> inputs = current();
    return expressions.stream()
        .map(named -> new NamedExpression(named.name(), named.expression().over(inputs)))
        .toList();
  }

  private Pipeline build() {
    List<OutputColumn> output =
        plan.root().columns().stream()
            .map(column -> new OutputColumn(column.name(), column.type()))
            .toList();
    Pipeline.Body body = groups != null ? groups : new Pipeline.Body.Rows(columns);
    return new Pipeline(
        table, conjuncts, body, tail, output, new Pipeline.Lines(scanLine, filterLine, bodyLine));
  }
}
