// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.catalog.schema.Tables;
import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.plan.PlanColumn;
import dev.surefoot.compiler.sql.ResolvedQuery.OrderItem;
import dev.surefoot.compiler.sql.ResolvedQuery.Output;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

/**
 * Calcite's check of a query's types and groups. A window's start and end are, for Calcite, two
 * more columns of the table, and every aggregated query groups by them.
 */
final class Validation {
  private static final DoubleLiterals DOUBLES = new DoubleLiterals();
  private static final LanguageTypes TYPES = new LanguageTypes();
  private static final CalciteCatalogReader PLAIN = schema(false);
  private static final CalciteCatalogReader WINDOWED = schema(true);
  private static final SqlValidator.Config CONFIG =
      SqlValidator.Config.DEFAULT
          .withConformance(LanguageConformance.INSTANCE)
          .withTypeCoercionEnabled(false)
          .withCallRewrite(false);

  private Validation() {}

  /** What is wrong first; empty where the query is right. */
  static Optional<Diagnostic> check(ResolvedQuery query, QueryText text) {
    SqlValidator validator =
        SqlValidatorUtil.newValidator(
            LanguageOperators.TABLE, query.aggregated() ? WINDOWED : PLAIN, TYPES, CONFIG);
    try {
      validator.validate(select(query));
      return Optional.empty();
    } catch (CalciteContextException e) {
      return Optional.of(ValidationErrors.describe(e, text));
    }
  }

  private static SqlSelect select(ResolvedQuery query) {
    SqlParserPos pos = query.names().query().select().getParserPosition();
    List<SqlNode> windowColumns =
        query.aggregated()
            ? QueryNames.WINDOW_COLUMNS.stream()
                .<SqlNode>map(name -> new SqlIdentifier(name, pos))
                .toList()
            : List.of();
    List<SqlNode> keys =
        Stream.concat(typed(query.keys()).stream(), windowColumns.stream()).toList();
    return new SqlSelect(
        pos,
        null,
        new SqlNodeList(typed(query.outputs().stream().map(Output::expression).toList()), pos),
        query.names().query().select().getFrom(),
        query.where().map(Validation::typed).orElse(null),
        keys.isEmpty() ? null : new SqlNodeList(keys, pos),
        query.having().map(Validation::typed).orElse(null),
        null,
        null,
        query.orderBy().isEmpty()
            ? null
            : new SqlNodeList(query.orderBy().stream().map(Validation::orderItem).toList(), pos),
        null,
        null,
        null);
  }

  private static SqlNode orderItem(OrderItem item) {
    SqlNode expression = typed(item.expression());
    return item.descending()
        ? SqlStdOperatorTable.DESC.createCall(expression.getParserPosition(), expression)
        : expression;
  }

  private static List<SqlNode> typed(List<SqlNode> expressions) {
    return expressions.stream().map(Validation::typed).toList();
  }

  private static SqlNode typed(SqlNode expression) {
    return expression.accept(DOUBLES);
  }

  /** Numbers with a point are DOUBLE to us, with as many digits as anyone likes. */
  private static final class DoubleLiterals extends SqlShuttle {
    @Override
    public SqlNode visit(SqlLiteral literal) {
      return literal instanceof SqlNumericLiteral number && !number.isInteger()
          ? SqlLiteral.createApproxNumeric(
              number.bigDecimalValue().toString(), number.getParserPosition())
          : literal;
    }
  }

  private static CalciteCatalogReader schema(boolean windowed) {
    CalciteSchema root = CalciteSchema.createRootSchema(false, false);
    Tables.all().forEach(table -> root.add(table.name(), new RowType(table, windowed)));
    return new CalciteCatalogReader(
        root,
        List.of(),
        TYPES,
        new CalciteConnectionConfigImpl(new Properties())
            .set(CalciteConnectionProperty.CASE_SENSITIVE, "false"));
  }

  /** A table as Calcite knows it: its columns' names and types. */
  private static final class RowType extends AbstractTable {
    private final Table table;
    private final boolean windowed;

    RowType(Table table, boolean windowed) {
      this.table = table;
      this.windowed = windowed;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory factory) {
      RelDataTypeFactory.Builder builder = factory.builder();
      table
          .columns()
          .forEach(
              column -> builder.add(column.name(), TYPES.of(PlanColumn.typeOf(column.type()))));
      if (windowed) {
        QueryNames.WINDOW_COLUMNS.forEach(name -> builder.add(name, TYPES.of(ValueType.INT64)));
      }
      return builder.build();
    }
  }
}
