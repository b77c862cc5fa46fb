// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.compiler.split.Conjuncts;
import dev.surefoot.compiler.split.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The stages of user space, over whatever the kernel ships. */
final class UserHalf {
  private final Pipeline pipeline;
  private final List<Expression> residual;

  UserHalf(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.residual = Conjuncts.of(pipeline).residual();
  }

  /** What must be computable of a row that satisfies the kernel's conjuncts. */
  List<Expression> wanted() {
    List<Expression> wanted = new ArrayList<>(residual);
    switch (pipeline.body()) {
      case Pipeline.Body.Rows(var columns) ->
          columns.forEach(column -> wanted.add(column.expression()));
      case Pipeline.Body.Groups(_, var keys, var aggregates) -> {
        wanted.add(time());
        keys.forEach(key -> wanted.add(key.expression()));
        aggregates.forEach(call -> call.argument().ifPresent(wanted::add));
      }
    }
    return wanted;
  }

  /** The stages behind one that gives the shipped rows. */
  List<UserStage> over(UserStage first, Shipment shipment) {
    return stages(first, residual, shipment::overShipped);
  }

  /** The stages behind one that gives rows, over which {@code translate} puts expressions. */
  List<UserStage> stages(
      UserStage first, List<Expression> filters, UnaryOperator<Expression> translate) {
    List<UserStage> stages = new ArrayList<>(List.of(first));
    if (!filters.isEmpty()) {
      stages.add(
          new UserStage.FilterRows(
              filters.size() == 1
                  ? translate.apply(filters.getFirst())
                  : new Expression.And(filters.stream().map(translate).toList())));
    }
    stages.add(body(translate));
    stages.addAll(pipeline.tail());
    return stages;
  }

  private UserStage body(UnaryOperator<Expression> translate) {
    return switch (pipeline.body()) {
      case Pipeline.Body.Rows(var columns) ->
          new UserStage.ProjectRows(translateAll(columns, translate));
      case Pipeline.Body.Groups(long windowNanos, var keys, var aggregates) ->
          new UserStage.AggregateRows(
              windowNanos,
              ((Expression.Column) translate.apply(time())).index(),
              translateAll(keys, translate),
              aggregates.stream()
                  .map(
                      call ->
                          new AggregateCall(
                              call.function(),
                              call.argument().map(translate),
                              call.distinct(),
                              call.name()))
                  .toList());
    };
  }

  /** The stages over partial aggregates of the kernel. */
  List<UserStage> overPartials(int stream, PartialLayout layout) {
    Pipeline.Body.Groups groups = (Pipeline.Body.Groups) pipeline.body();
    List<UserStage> stages = new ArrayList<>();
    stages.add(
        new UserStage.MergePartials(
            stream,
            groups.windowNanos(),
            layout.keys().stream().map(Field::name).toList(),
            layout.finished()));
    stages.addAll(pipeline.tail());
    return stages;
  }

  private Expression time() {
    return new Expression.Column(
        pipeline.timeColumn(), pipeline.table().timeColumn(), ValueType.INT64);
  }

  private static List<NamedExpression> translateAll(
      List<NamedExpression> expressions, UnaryOperator<Expression> translate) {
    return expressions.stream()
        .map(named -> new NamedExpression(named.name(), translate.apply(named.expression())))
        .toList();
  }
}
