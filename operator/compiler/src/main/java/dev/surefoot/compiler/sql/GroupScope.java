// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.plan.PlanNode.WindowAggregate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** A row of a window's groups: the window's columns, the keys, and the aggregates met so far. */
final class GroupScope implements Scope {
  private final QueryNames names;
  private final ExpressionTranslator rows;
  private final AggregateTranslator aggregateTranslator;
  private final List<NamedExpression> keys = new ArrayList<>();
  private final List<AggregateCall> aggregates = new ArrayList<>();
  private final Set<String> taken = new HashSet<>(QueryNames.WINDOW_COLUMNS);
  private final Function<SqlNode, String> nameOf;

  /**
   * @param nameOf what the query calls an expression
   */
  GroupScope(
      ResolvedQuery query,
      QueryText text,
      List<Diagnostic> diagnostics,
      Function<SqlNode, String> nameOf) {
    this.names = query.names();
    this.nameOf = nameOf;
    this.rows = new ExpressionTranslator(new RowScope(names), text, diagnostics);
    this.aggregateTranslator = new AggregateTranslator(rows, text, diagnostics);
    query.keys().forEach(this::addKey);
  }

  List<NamedExpression> keys() {
    return List.copyOf(keys);
  }

  /** The aggregates of all that was translated so far. */
  List<AggregateCall> aggregates() {
    return List.copyOf(aggregates);
  }

  @Override
  public Optional<Expression> find(SqlNode node) {
    if (node.getKind() == SqlKind.FILTER || Functions.aggregate(node).isPresent()) {
      return Optional.of(aggregate(node));
    }
    Optional<Integer> window = windowColumn(node);
    if (window.isPresent()) {
      String name = QueryNames.WINDOW_COLUMNS.get(window.get());
      return Optional.of(new Expression.Column(window.get(), name, ValueType.INT64));
    }
    return Functions.containsAggregate(node) || keys.isEmpty() ? Optional.empty() : key(node);
  }

  private Optional<Integer> windowColumn(SqlNode node) {
    return node instanceof SqlIdentifier id ? names.windowColumn(id) : Optional.empty();
  }

  private void addKey(SqlNode node) {
    if (windowColumn(node).isPresent()) {
      return;
    }
    Expression expression = rows.translate(node);
    if (keys.stream().noneMatch(key -> key.expression().equals(expression))) {
      keys.add(new NamedExpression(unique(nameOf.apply(node)), expression));
    }
  }

  private Optional<Expression> key(SqlNode node) {
    if (hasWindowColumn(node)) {
      return Optional.empty();
    }
    Expression expression = rows.translate(node);
    for (int i = 0; i < keys.size(); i++) {
      NamedExpression key = keys.get(i);
      if (key.expression().equals(expression)) {
        return Optional.of(
            new Expression.Column(
                WindowAggregate.WINDOW_COLUMNS + i, key.name(), expression.type()));
      }
    }
    return Optional.empty();
  }

  private boolean hasWindowColumn(SqlNode node) {
    return windowColumn(node).isPresent()
        || AggregateCheck.operands(node).stream().anyMatch(this::hasWindowColumn);
  }

  private Expression aggregate(SqlNode node) {
    AggregateCall call = aggregateTranslator.translate(node, nameOf.apply(node));
    for (int i = 0; i < aggregates.size(); i++) {
      AggregateCall known = aggregates.get(i);
      if (known.function() == call.function()
          && known.argument().equals(call.argument())
          && known.distinct() == call.distinct()) {
        return column(i);
      }
    }
    aggregates.add(
        new AggregateCall(call.function(), call.argument(), call.distinct(), unique(call.name())));
    return column(aggregates.size() - 1);
  }

  private Expression column(int aggregate) {
    AggregateCall call = aggregates.get(aggregate);
    int index = WindowAggregate.WINDOW_COLUMNS + keys.size() + aggregate;
    return new Expression.Column(index, call.name(), call.type());
  }

  private String unique(String name) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
