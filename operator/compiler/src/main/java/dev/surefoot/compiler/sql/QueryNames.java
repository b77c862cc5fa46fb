// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/**
 * What names mean in a query; case does not count.
 *
 * @param tableName what the query calls the table
 */
record QueryNames(ParsedQuery query, Table table, String tableName) {
  static final List<String> WINDOW_COLUMNS = List.of("window_start", "window_end");

  /** The index of the table's column; empty where it is none. */
  Optional<Integer> column(SqlIdentifier id) {
    if (id.isStar() || !isOfTable(id)) {
      return Optional.empty();
    }
    String name = last(id);
    List<Column> columns = table.columns();
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equalsIgnoreCase(name))
        .boxed()
        .findFirst();
  }

  /** The index of {@code window_start} or {@code window_end}; empty where it is none. */
  Optional<Integer> windowColumn(SqlIdentifier id) {
    String name = last(id);
    return isOfTable(id)
        ? IntStream.range(0, WINDOW_COLUMNS.size())
            .filter(i -> WINDOW_COLUMNS.get(i).equalsIgnoreCase(name))
            .boxed()
            .findFirst()
        : Optional.empty();
  }

  /** The expressions that SELECT gives this name by AS; not those that keep their own name. */
  List<SqlNode> aliased(SqlIdentifier id) {
    if (!id.isSimple()) {
      return List.of();
    }
    List<SqlNode> found = new ArrayList<>();
    for (SqlNode item : query.select().getSelectList()) {
      if (item.getKind() == SqlKind.AS
          && last(((SqlCall) item).operand(1)).equalsIgnoreCase(id.getSimple())) {
        found.add(((SqlCall) item).operand(0));
      }
    }
    return found;
  }

  /** Whether the name has no qualifier, or the table's. */
  boolean isOfTable(SqlIdentifier id) {
    return switch (id.names.size()) {
      case 1 -> true;
      case 2 -> id.names.getFirst().equalsIgnoreCase(tableName);
      default -> false;
    };
  }

  /** Names of the table's columns. */
  List<String> columnNames() {
    return table.columns().stream().map(Column::name).toList();
  }

  /** Every name that may stand behind GROUP BY, HAVING and ORDER BY. */
  List<String> namesAfterSelect() {
    Stream<String> aliases =
        query.select().getSelectList().stream()
            .filter(item -> item.getKind() == SqlKind.AS)
            .map(item -> last(((SqlCall) item).operand(1)));
    return Stream.of(columnNames().stream(), aliases, WINDOW_COLUMNS.stream())
        .flatMap(names -> names)
        .toList();
  }

  static String last(SqlIdentifier id) {
    return id.names.getLast();
  }
}
