// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;

/** Takes the parts of a query, and refuses what standard SQL has and this version has not. */
final class Restrictions {
  private final QueryText text;
  private final List<Diagnostic> diagnostics;

  Restrictions(QueryText text, List<Diagnostic> diagnostics) {
    this.text = text;
    this.diagnostics = diagnostics;
  }

  /** The query; empty where something is refused, which is then reported. */
  Optional<ParsedQuery> check(SqlNode statement) {
    int before = diagnostics.size();
    Optional<ParsedQuery> query =
        statement instanceof SqlOrderBy ordered
            ? ordered(ordered)
            : query(statement, SqlNodeList.EMPTY, Optional.empty());
    return diagnostics.size() == before ? query : Optional.empty();
  }

  private Optional<ParsedQuery> ordered(SqlOrderBy ordered) {
    if (ordered.offset != null) {
      refuse(ordered.offset, "OFFSET", "rows have no order to skip by; use LIMIT alone");
    }
    ExpressionRestrictions expressions = new ExpressionRestrictions(text, diagnostics);
    ordered.orderList.forEach(expressions::checkOrderItem);
    return query(ordered.query, ordered.orderList, Optional.ofNullable(ordered.fetch));
  }

  private Optional<ParsedQuery> query(SqlNode node, SqlNodeList orderBy, Optional<SqlNode> limit) {
    if (!(node instanceof SqlSelect select)) {
      switch (node.getKind()) {
        case UNION, INTERSECT, EXCEPT ->
            refuse(node, node.getKind() + " of queries", "run each query by itself");
        default -> refuse(node, "this statement", "a query begins with SELECT");
      }
      return Optional.empty();
    }
    if (select.getFrom() == null) {
      diagnostics.add(
          text.error(DiagnosticCode.SYNTAX, select, "the query reads no table")
              .withHint("add FROM and a table"));
      return Optional.empty();
    }
    checkClauses(select);
    return from(select, orderBy, limit);
  }

  private void checkClauses(SqlSelect select) {
    ExpressionRestrictions expressions = new ExpressionRestrictions(text, diagnostics);
    select.getSelectList().forEach(expressions::check);
    Optional.ofNullable(select.getWhere()).ifPresent(expressions::check);
    Optional.ofNullable(select.getGroup())
        .ifPresent(group -> group.forEach(expressions::checkGroupItem));
    Optional.ofNullable(select.getHaving()).ifPresent(expressions::check);
    if (!select.getWindowList().isEmpty()) {
      refuse(select.getWindowList(), "a named window", "WINDOW takes a length: WINDOW 1 s");
    }
    if (select.getQualify() != null) {
      refuse(select.getQualify(), "QUALIFY", "use HAVING");
    }
    boolean groups =
        select.getGroup() != null || Functions.containsAggregate(select.getSelectList());
    if (select.isDistinct() && groups) {
      refuse(select.getSelectList(), "DISTINCT of groups", "groups differ already; leave it out");
    }
  }

  private Optional<ParsedQuery> from(SqlSelect select, SqlNodeList order, Optional<SqlNode> limit) {
    SqlNode from = select.getFrom();
    if (from instanceof SqlIdentifier table) {
      return Optional.of(new ParsedQuery(select, table, Optional.empty(), order, limit));
    }
    if (from.getKind() == SqlKind.AS
        && from instanceof SqlBasicCall as
        && as.operandCount() == 2
        && as.operand(0) instanceof SqlIdentifier table
        && as.operand(1) instanceof SqlIdentifier alias) {
      return Optional.of(new ParsedQuery(select, table, Optional.of(alias), order, limit));
    }
    refuseFrom(from);
    return Optional.empty();
  }

  private void refuseFrom(SqlNode from) {
    String hint = "read one table: FROM system_calls";
    if (from instanceof SqlJoin join) {
      refuse(join, join.getJoinType() == JoinType.COMMA ? "a join (two tables)" : "JOIN", hint);
    } else if (from instanceof SqlSelect || ExpressionRestrictions.holdsQuery(from)) {
      refuse(from, "a query in FROM", hint);
    } else {
      refuse(from, "this kind of FROM", hint);
    }
  }

  private void refuse(SqlNode node, String what, String hint) {
    diagnostics.add(
        text.error(DiagnosticCode.NOT_SUPPORTED, node, what + " is not in this version")
            .withHint(hint));
  }
}
