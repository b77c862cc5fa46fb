// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.plan;

import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * A relational operation. {@link Expression.Column} indexes refer to the input's columns. Every row
 * has a time, {@link Table#timeColumn()} of its event; rows above a {@link WindowAggregate} belong
 * to a window.
 */
public sealed interface PlanNode {
  /** What each row has, in order. */
  List<PlanColumn> columns();

  /** The user's text that asks for this node. */
  SourceLine source();

  /** The nodes that rows come from. */
  List<PlanNode> inputs();

  /** All rows of a table, with all its columns in the table's order. */
  record Scan(Table table, SourceLine source) implements PlanNode {
    @Override
    public List<PlanColumn> columns() {
      return table.columns().stream()
          .map(column -> PlanColumn.stored(column.name(), column.type()))
          .toList();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of();
    }
  }

  /** The rows for which the predicate is TRUE. */
  record Filter(PlanNode input, Expression predicate, SourceLine source) implements PlanNode {
    public Filter {
      PlanCheck.isBoolean(predicate);
      PlanCheck.refersTo(input.columns(), predicate);
    }

    @Override
    public List<PlanColumn> columns() {
      return input.columns();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /** A new row of expressions over the old one. */
  record Project(PlanNode input, List<NamedExpression> expressions, SourceLine source)
      implements PlanNode {
    public Project {
      expressions = List.copyOf(expressions);
      List<PlanColumn> available = input.columns();
      expressions.forEach(named -> PlanCheck.refersTo(available, named.expression()));
    }

    @Override
    public List<PlanColumn> columns() {
      List<PlanColumn> available = input.columns();
      return expressions.stream().map(named -> column(available, named)).toList();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /**
   * Groups the rows of each window. A window without rows makes no row, also where there are no
   * keys. The columns are {@code window_start}, {@code window_end} (ns), the keys, the aggregates.
   *
   * @param windowNanos length of a tumbling window, aligned to CLOCK_MONOTONIC's zero and half
   *     open; 0: one window for the whole run, whose start and end are those of the run
   * @param timeColumn index of the input column that holds a row's time in ns
   */
  record WindowAggregate(
      PlanNode input,
      long windowNanos,
      int timeColumn,
      List<NamedExpression> keys,
      List<AggregateCall> aggregates,
      SourceLine source)
      implements PlanNode {
    /** Columns in front of the keys. */
    public static final int WINDOW_COLUMNS = 2;

    public WindowAggregate {
      keys = List.copyOf(keys);
      aggregates = List.copyOf(aggregates);
      List<PlanColumn> available = input.columns();
      keys.forEach(key -> PlanCheck.refersTo(available, key.expression()));
      aggregates.forEach(
          call -> call.argument().ifPresent(of -> PlanCheck.refersTo(available, of)));
      PlanCheck.isTime(available, timeColumn);
    }

    @Override
    public List<PlanColumn> columns() {
      List<PlanColumn> available = input.columns();
      return Stream.of(
              Stream.of(
                  PlanColumn.computed("window_start", ValueType.INT64),
                  PlanColumn.computed("window_end", ValueType.INT64)),
              keys.stream().map(key -> column(available, key)),
              aggregates.stream().map(call -> PlanColumn.computed(call.name(), call.type())))
          .flatMap(columns -> columns)
          .toList();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /**
   * The rows of each window, in order; equal rows in any order.
   *
   * @param limit rows of each window to keep; {@link Long#MAX_VALUE} for all
   */
  record Sort(PlanNode input, List<UserStage.SortKey> keys, long limit, SourceLine source)
      implements PlanNode {
    public Sort {
      keys = List.copyOf(keys);
      List<PlanColumn> available = input.columns();
      keys.forEach(key -> PlanCheck.refersTo(available, key.expression()));
    }

    @Override
    public List<PlanColumn> columns() {
      return input.columns();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  /** The first rows; then the query ends. */
  record Limit(PlanNode input, long limit, SourceLine source) implements PlanNode {
    @Override
    public List<PlanColumn> columns() {
      return input.columns();
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of(input);
    }
  }

  private static PlanColumn column(List<PlanColumn> available, NamedExpression named) {
    return switch (named.expression()) {
      case Expression.Column column ->
          new PlanColumn(named.name(), column.type(), available.get(column.index()).field());
      case Expression computed -> PlanColumn.computed(named.name(), computed.type());
    };
  }
}
