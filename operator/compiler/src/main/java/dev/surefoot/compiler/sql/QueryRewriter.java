// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import dev.surefoot.compiler.sql.ResolvedQuery.OrderItem;
import dev.surefoot.compiler.sql.ResolvedQuery.Output;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;

/**
 * Puts expressions in the place of aliases, ordinals and stars. Behind GROUP BY a name means the
 * table's column first, then the result's; behind HAVING and ORDER BY, outside of aggregates, the
 * result's first.
 */
final class QueryRewriter {
  private static final BigDecimal LARGEST_LIMIT = BigDecimal.valueOf(Long.MAX_VALUE);

  private final QueryText text;
  private final QueryNames names;
  private final ParsedQuery query;
  private final List<Diagnostic> diagnostics;

  QueryRewriter(QueryText text, QueryNames names, List<Diagnostic> diagnostics) {
    this.text = text;
    this.names = names;
    this.query = names.query();
    this.diagnostics = diagnostics;
  }

  /** The query; what cannot be resolved is reported. */
  ResolvedQuery rewrite() {
    List<Output> outputs = outputs();
    AliasReplacer aliases = new AliasReplacer(names);
    List<SqlNode> keys =
        query.select().isDistinct()
            ? outputs.stream().map(Output::expression).toList()
            : query.groupBy().stream().map(item -> key(item, outputs)).toList();
    return new ResolvedQuery(
        names,
        outputs,
        Optional.ofNullable(query.select().getWhere()),
        keys,
        query.isAggregated(),
        Optional.ofNullable(query.select().getHaving()).map(having -> having.accept(aliases)),
        query.orderBy().stream().map(item -> orderItem(item, outputs, aliases)).toList(),
        limit());
  }

  private List<Output> outputs() {
    List<Output> outputs = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (SqlNode item : query.select().getSelectList()) {
      for (Output output : outputs(item)) {
        if (!taken.add(output.name())) {
          diagnostics.add(
              text.error(
                      DiagnosticCode.DUPLICATE_COLUMN,
                      item,
                      "a second column of the result is called '" + output.name() + "'")
                  .withHint("give it its own name with AS"));
        }
        outputs.add(output);
      }
    }
    return outputs;
  }

  private List<Output> outputs(SqlNode item) {
    if (item.getKind() == SqlKind.AS) {
      SqlIdentifier alias = ((SqlCall) item).operand(1);
      return List.of(new Output(QueryNames.last(alias), ((SqlCall) item).operand(0)));
    }
    if (!(item instanceof SqlIdentifier id)) {
      return List.of(new Output(text.snippet(item), item));
    }
    if (!id.isStar()) {
      return List.of(new Output(QueryNames.last(id), id));
    }
    return names.columnNames().stream()
        .map(name -> new Output(name, new SqlIdentifier(name, id.getParserPosition())))
        .toList();
  }

  private SqlNode key(SqlNode item, List<Output> outputs) {
    if (item instanceof SqlNumericLiteral ordinal) {
      SqlNode expression = ordinal(ordinal, outputs);
      if (Functions.containsAggregate(expression)) {
        diagnostics.add(
            text.error(
                    DiagnosticCode.MISPLACED_AGGREGATE,
                    item,
                    "column " + ordinal + " of the result is an aggregate, not a key")
                .withHint("group by the columns that are no aggregates"));
      }
      return expression;
    }
    if (item instanceof SqlIdentifier id && names.column(id).isEmpty()) {
      List<SqlNode> aliased = names.aliased(id);
      return aliased.isEmpty() ? item : aliased.getFirst();
    }
    return item;
  }

  private OrderItem orderItem(SqlNode item, List<Output> outputs, AliasReplacer aliases) {
    return switch (item.getKind()) {
      case NULLS_LAST -> orderItem(((SqlCall) item).operand(0), outputs, aliases);
      case DESCENDING ->
          new OrderItem(
              orderItem(((SqlCall) item).operand(0), outputs, aliases).expression(), true);
      default ->
          new OrderItem(
              item instanceof SqlNumericLiteral ordinal
                  ? ordinal(ordinal, outputs)
                  : item.accept(aliases),
              false);
    };
  }

  private SqlNode ordinal(SqlNumericLiteral literal, List<Output> outputs) {
    BigDecimal value = literal.bigDecimalValue();
    BigDecimal count = BigDecimal.valueOf(outputs.size());
    if (literal.isInteger() && value.signum() > 0 && value.compareTo(count) <= 0) {
      return outputs.get(value.intValueExact() - 1).expression();
    }
    diagnostics.add(
        text.error(
                DiagnosticCode.BAD_ORDINAL,
                literal,
                "the result has no column " + text.snippet(literal))
            .withHint("columns are from 1 to " + outputs.size()));
    return literal;
  }

  private OptionalLong limit() {
    if (query.limit().isEmpty()) {
      return OptionalLong.empty();
    }
    SqlNode limit = query.limit().get();
    if (limit instanceof SqlNumericLiteral number
        && number.isInteger()
        && number.bigDecimalValue().signum() > 0
        && number.bigDecimalValue().compareTo(LARGEST_LIMIT) <= 0) {
      return OptionalLong.of(number.bigDecimalValue().longValueExact());
    }
    diagnostics.add(
        text.error(DiagnosticCode.BAD_LIMIT, limit, "LIMIT takes a count of rows, at least 1"));
    return OptionalLong.empty();
  }
}
