// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.bundle.UserStage.SortKey;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.sql.ResolvedQuery.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** A validated query to a plan. */
final class QueryTranslator {
  private final ResolvedQuery query;
  private final QueryText text;
  private final List<Diagnostic> diagnostics;
  private final SourceLine selectLine;

  QueryTranslator(ResolvedQuery query, QueryText text, List<Diagnostic> diagnostics) {
    this.query = query;
    this.text = text;
    this.diagnostics = diagnostics;
    this.selectLine = text.line(query.names().query().select().getSelectList());
  }

  /** The plan; what Calcite lets pass and we do not is reported. */
  PlanNode translate(long windowNanos) {
    return query.aggregated() ? groups(windowNanos) : rows();
  }

  private PlanNode rows() {
    ExpressionTranslator rows =
        new ExpressionTranslator(new RowScope(query.names()), text, diagnostics);
    PlanNode project = new PlanNode.Project(filteredScan(rows), outputs(rows), selectLine);
    return query.limit().isPresent()
        ? new PlanNode.Limit(project, query.limit().getAsLong(), limitLine())
        : project;
  }

  private PlanNode groups(long windowNanos) {
    GroupScope scope = new GroupScope(query, text, diagnostics, this::nameOf);
    ExpressionTranslator groups = new ExpressionTranslator(scope, text, diagnostics);
    List<NamedExpression> outputs = outputs(groups);
    Optional<Expression> having = query.having().map(groups::condition);
    List<SortKey> order =
        query.orderBy().stream()
            .map(item -> new SortKey(groups.translate(item.expression()), item.descending()))
            .toList();
    ExpressionTranslator rows =
        new ExpressionTranslator(new RowScope(query.names()), text, diagnostics);
    Table table = query.names().table();
    PlanNode node =
        new PlanNode.WindowAggregate(
            filteredScan(rows),
            windowNanos,
            table.columns().indexOf(table.column(table.timeColumn())),
            scope.keys(),
            scope.aggregates(),
            query.keys().isEmpty() ? selectLine : text.line(query.keys().getFirst()));
    if (having.isPresent()) {
      node = new PlanNode.Filter(node, having.get(), text.line(query.having().get()));
    }
    return sorted(node, outputs, order);
  }

  private PlanNode filteredScan(ExpressionTranslator rows) {
    SqlNode from = query.names().query().select().getFrom();
    PlanNode scan = new PlanNode.Scan(query.names().table(), text.line(from));
    return query
        .where()
        .<PlanNode>map(where -> new PlanNode.Filter(scan, rows.condition(where), text.line(where)))
        .orElse(scan);
  }

  /**
   * Sorts what is shown; what is not shown and sorted by is sorted before it is left out. Where a
   * limit cuts, equal rows are told apart by what is shown, so that the same rows stay always.
   */
  private PlanNode sorted(PlanNode input, List<NamedExpression> outputs, List<SortKey> order) {
    if (order.isEmpty() && query.limit().isEmpty()) {
      return new PlanNode.Project(input, outputs, selectLine);
    }
    long limit = query.limit().orElse(Long.MAX_VALUE);
    SourceLine line = order.isEmpty() ? limitLine() : text.line(query.names().query().orderBy());
    List<Expression> shown = outputs.stream().map(NamedExpression::expression).toList();
    boolean allShown = order.stream().allMatch(key -> shown.contains(key.expression()));
    if (!allShown) {
      PlanNode sort = new PlanNode.Sort(input, complete(order, shown), limit, line);
      return new PlanNode.Project(sort, outputs, selectLine);
    }
    PlanNode project = new PlanNode.Project(input, outputs, selectLine);
    List<Expression> columns =
        IntStream.range(0, shown.size())
            .<Expression>mapToObj(
                i ->
                    new Expression.Column(
                        i, outputs.get(i).name(), outputs.get(i).expression().type()))
            .toList();
    List<SortKey> keys =
        order.stream()
            .map(key -> new SortKey(columns.get(shown.indexOf(key.expression())), key.descending()))
            .toList();
    return new PlanNode.Sort(project, complete(keys, columns), limit, line);
  }

  private List<SortKey> complete(List<SortKey> order, List<Expression> shown) {
    List<SortKey> keys = new ArrayList<>(order);
    if (query.limit().isPresent()) {
      for (Expression column : shown) {
        if (keys.stream().noneMatch(key -> key.expression().equals(column))) {
          keys.add(new SortKey(column, false));
        }
      }
    }
    return keys;
  }

  private List<NamedExpression> outputs(ExpressionTranslator translator) {
    return query.outputs().stream()
        .map(
            output -> new NamedExpression(output.name(), translator.translate(output.expression())))
        .toList();
  }

  private SourceLine limitLine() {
    return text.line(query.names().query().limit().orElseThrow());
  }

  private String nameOf(SqlNode node) {
    return query.outputs().stream()
        .filter(output -> output.expression() == node)
        .map(Output::name)
        .findFirst()
        .orElseGet(
            () -> node instanceof SqlIdentifier id ? QueryNames.last(id) : text.snippet(node));
  }
}
