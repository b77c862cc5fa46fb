// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.schema.Table;
import dev.surefoot.catalog.schema.Tables;
import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import dev.surefoot.compiler.diagnostic.Nearest;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Every table and column of a query exists. */
final class NameCheck {
  private final QueryText text;
  private final List<Diagnostic> diagnostics;

  NameCheck(QueryText text, List<Diagnostic> diagnostics) {
    this.text = text;
    this.diagnostics = diagnostics;
  }

  /** What the names mean; empty where one means nothing, which is then reported. */
  Optional<QueryNames> check(ParsedQuery query) {
    Optional<Table> table = table(query.table());
    if (table.isEmpty()) {
      return Optional.empty();
    }
    String name = QueryNames.last(query.alias().orElse(query.table()));
    QueryNames names = new QueryNames(query, table.get(), name);
    int before = diagnostics.size();
    query.select().getSelectList().forEach(item -> checkItem(item, names));
    Optional.ofNullable(query.select().getWhere())
        .ifPresent(where -> checkNames(where, names, false));
    checkNames(query.groupBy(), names, true);
    Optional.ofNullable(query.select().getHaving())
        .ifPresent(having -> checkNames(having, names, true));
    checkNames(query.orderBy(), names, true);
    return diagnostics.size() == before ? Optional.of(names) : Optional.empty();
  }

  private Optional<Table> table(SqlIdentifier id) {
    List<String> known = Tables.all().stream().map(Table::name).toList();
    Optional<Table> table =
        Tables.all().stream()
            .filter(t -> id.isSimple() && t.name().equalsIgnoreCase(id.getSimple()))
            .findFirst();
    if (table.isEmpty()) {
      diagnostics.add(
          text.error(DiagnosticCode.UNKNOWN_TABLE, id, "there is no table '" + id + "'")
              .withHint(
                  Nearest.hint(QueryNames.last(id), known)
                      .orElse("tables are " + String.join(", ", known))));
    }
    return table;
  }

  private void checkItem(SqlNode item, QueryNames names) {
    if (item.getKind() == SqlKind.AS) {
      checkNames(((SqlCall) item).operand(0), names, false);
    } else if (item instanceof SqlIdentifier id && id.isStar()) {
      checkQualifier(id, names);
    } else {
      checkNames(item, names, false);
    }
  }

  private void checkNames(SqlNode node, QueryNames names, boolean aliases) {
    switch (node) {
      case SqlIdentifier id when id.isStar() -> {}
      case SqlIdentifier id -> checkName(id, names, aliases);
      case SqlCall call ->
          call.getOperandList().stream()
              .filter(operand -> operand != null)
              .forEach(operand -> checkNames(operand, names, aliases));
      case SqlNodeList list -> list.forEach(element -> checkNames(element, names, aliases));
      default -> {}
    }
  }

  private void checkName(SqlIdentifier id, QueryNames names, boolean aliases) {
    if (!checkQualifier(id, names) || names.windowColumn(id).isPresent()) {
      return;
    }
    int meanings = aliases ? names.aliased(id).size() : 0;
    if (names.column(id).isEmpty() && meanings == 0) {
      List<String> known = aliases ? names.namesAfterSelect() : names.columnNames();
      diagnostics.add(
          text.error(DiagnosticCode.UNKNOWN_COLUMN, id, unknown(id, names))
              .withHint(unknownHint(id, names, aliases, known)));
    }
    if (meanings > 1) {
      diagnostics.add(
          text.error(
                  DiagnosticCode.AMBIGUOUS_NAME,
                  id,
                  "'" + id + "' names " + meanings + " columns of the result")
              .withHint("give each its own name with AS"));
    }
  }

  private static String unknown(SqlIdentifier id, QueryNames names) {
    return "table '" + names.table().name() + "' has no column '" + QueryNames.last(id) + "'";
  }

  private static Optional<String> unknownHint(
      SqlIdentifier id, QueryNames names, boolean aliases, List<String> known) {
    if (!aliases && !names.aliased(id).isEmpty()) {
      return Optional.of("WHERE sees the table's rows; use HAVING for results, or repeat it");
    }
    Optional<String> nearest = Nearest.hint(QueryNames.last(id), known);
    return nearest.or(() -> Optional.of("columns are " + String.join(", ", names.columnNames())));
  }

  private boolean checkQualifier(SqlIdentifier id, QueryNames names) {
    if (names.isOfTable(id)) {
      return true;
    }
    String qualifier = String.join(".", id.names.subList(0, id.names.size() - 1));
    diagnostics.add(
        text.error(
                DiagnosticCode.UNKNOWN_TABLE, id, "'" + qualifier + "' is no table of this query")
            .withHint("the table is called '" + names.tableName() + "' here"));
    return false;
  }
}
