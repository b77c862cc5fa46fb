// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Aggregates, windows and the columns of a window stand where they may. */
final class AggregateCheck {
  private final QueryText text;
  private final QueryNames names;
  private final ParsedQuery query;
  private final List<Diagnostic> diagnostics;

  AggregateCheck(QueryText text, QueryNames names, List<Diagnostic> diagnostics) {
    this.text = text;
    this.names = names;
    this.query = names.query();
    this.diagnostics = diagnostics;
  }

  /** Reports what is misplaced. */
  void check(StreamClauses clauses) {
    Optional.ofNullable(query.select().getWhere()).ifPresent(this::checkWhere);
    query.groupBy().forEach(this::checkGroupItem);
    checkNesting(query.select().getSelectList(), false);
    Optional.ofNullable(query.select().getHaving())
        .ifPresent(having -> checkNesting(having, false));
    checkNesting(query.orderBy(), false);
    checkOtherClauses(clauses);
  }

  private void checkOtherClauses(StreamClauses clauses) {
    SqlNode having = query.select().getHaving();
    if (query.isAggregated()) {
      return;
    }
    if (having != null) {
      report(
          DiagnosticCode.HAVING_WITHOUT_AGGREGATE,
          having,
          "HAVING chooses groups, and this query has none",
          "use WHERE, or aggregate");
    }
    if (!query.orderBy().isEmpty()) {
      report(
          DiagnosticCode.ORDER_WITHOUT_AGGREGATE,
          query.orderBy(),
          "ORDER BY needs an end of the rows, and events have none",
          "aggregate the events of a window: GROUP BY … WINDOW 1 s ORDER BY …");
    }
    clauses
        .window()
        .ifPresent(
            window ->
                diagnostics.add(
                    Diagnostic.error(
                            DiagnosticCode.WINDOW_WITHOUT_AGGREGATE,
                            window.span(),
                            "WINDOW aggregates, and this query shows single rows")
                        .withHint("leave WINDOW out, or aggregate: COUNT(*), MAX(…)")));
    checkNoWindowColumns(query.select().getSelectList(), "a query without aggregates");
  }

  private void checkWhere(SqlNode where) {
    checkNoAggregates(where, "WHERE", "choose groups by HAVING");
    checkNoWindowColumns(where, "WHERE");
  }

  private void checkGroupItem(SqlNode item) {
    checkNoAggregates(item, "GROUP BY", "group by columns; choose groups by HAVING");
    if (!(item instanceof SqlIdentifier id)) {
      checkNoWindowColumns(item, "an expression of GROUP BY");
    } else if (names.column(id).isEmpty()
        && names.aliased(id).stream().anyMatch(Functions::containsAggregate)) {
      misplaced(id, "GROUP BY", "group by columns; choose groups by HAVING");
    }
  }

  private void checkNoAggregates(SqlNode node, String where, String hint) {
    if (Functions.aggregate(node).isPresent()) {
      misplaced(node, where, hint);
    } else {
      operands(node).forEach(operand -> checkNoAggregates(operand, where, hint));
    }
  }

  private void misplaced(SqlNode node, String where, String hint) {
    report(
        DiagnosticCode.MISPLACED_AGGREGATE,
        node,
        where + " sees single rows, it cannot have the aggregate " + text.snippet(node),
        hint);
  }

  private void checkNesting(SqlNode node, boolean inside) {
    boolean aggregate = Functions.aggregate(node).isPresent();
    if (aggregate && inside) {
      report(
          DiagnosticCode.NESTED_AGGREGATE,
          node,
          "the aggregate " + text.snippet(node) + " is inside of another",
          "aggregate once; a query cannot aggregate its own result");
      return;
    }
    if (aggregate) {
      operands(node).forEach(operand -> checkNoWindowColumns(operand, "an aggregate"));
    }
    if (node.getKind() == SqlKind.FILTER) {
      checkNoWindowColumns(((SqlCall) node).operand(1), "FILTER");
      checkNoAggregates(((SqlCall) node).operand(1), "FILTER", "choose groups by HAVING");
      checkNesting(((SqlCall) node).operand(0), inside);
      return;
    }
    operands(node).forEach(operand -> checkNesting(operand, inside || aggregate));
  }

  private void checkNoWindowColumns(SqlNode node, String where) {
    if (node instanceof SqlIdentifier id && !id.isStar() && names.windowColumn(id).isPresent()) {
      report(
          DiagnosticCode.MISPLACED_WINDOW_COLUMN,
          id,
          where + " has no '" + QueryNames.last(id) + "': it belongs to a window's groups",
          "a row's own time is '" + names.table().timeColumn() + "'");
    }
    operands(node).forEach(operand -> checkNoWindowColumns(operand, where));
  }

  /** The direct parts of a node. */
  static List<SqlNode> operands(SqlNode node) {
    return switch (node) {
      case SqlNodeList list -> list.getList();
      case SqlCall call -> call.getOperandList().stream().filter(o -> o != null).toList();
      default -> List.of();
    };
  }

  private void report(DiagnosticCode code, SqlNode node, String message, String hint) {
    diagnostics.add(text.error(code, node, message).withHint(hint));
  }
}
