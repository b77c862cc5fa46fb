// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import java.util.List;
import org.apache.calcite.sql.SqlBasicFunction;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The operators of the language for Calcite's validator: what is not here is not there. */
final class LanguageOperators {
  private static final SqlReturnTypeInference TEXT_OR_NULL =
      ReturnTypes.explicit(SqlTypeName.VARCHAR).andThen(SqlTypeTransforms.FORCE_NULLABLE);

  static final SqlOperatorTable TABLE =
      new ByName(
          List.of(
              SqlStdOperatorTable.AS,
              SqlStdOperatorTable.PLUS,
              SqlStdOperatorTable.MINUS,
              SqlStdOperatorTable.MULTIPLY,
              SqlStdOperatorTable.DIVIDE,
              SqlStdOperatorTable.PERCENT_REMAINDER,
              SqlStdOperatorTable.MOD,
              SqlStdOperatorTable.UNARY_MINUS,
              SqlStdOperatorTable.UNARY_PLUS,
              SqlStdOperatorTable.BITAND,
              SqlStdOperatorTable.BITAND_OPERATOR,
              SqlStdOperatorTable.BITOR,
              SqlStdOperatorTable.BITXOR,
              SqlStdOperatorTable.BITXOR_OPERATOR,
              SqlStdOperatorTable.AND,
              SqlStdOperatorTable.OR,
              SqlStdOperatorTable.NOT,
              SqlStdOperatorTable.EQUALS,
              SqlStdOperatorTable.NOT_EQUALS,
              SqlStdOperatorTable.LESS_THAN,
              SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
              SqlStdOperatorTable.GREATER_THAN,
              SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
              SqlStdOperatorTable.IS_NULL,
              SqlStdOperatorTable.IS_NOT_NULL,
              SqlStdOperatorTable.IS_TRUE,
              SqlStdOperatorTable.IS_NOT_TRUE,
              SqlStdOperatorTable.IS_FALSE,
              SqlStdOperatorTable.IS_NOT_FALSE,
              SqlStdOperatorTable.IS_UNKNOWN,
              SqlStdOperatorTable.IS_DISTINCT_FROM,
              SqlStdOperatorTable.IS_NOT_DISTINCT_FROM,
              SqlStdOperatorTable.BETWEEN,
              SqlStdOperatorTable.NOT_BETWEEN,
              SqlStdOperatorTable.IN,
              SqlStdOperatorTable.NOT_IN,
              SqlStdOperatorTable.LIKE,
              SqlStdOperatorTable.NOT_LIKE,
              SqlStdOperatorTable.CASE,
              SqlStdOperatorTable.CAST,
              SqlStdOperatorTable.COALESCE,
              SqlStdOperatorTable.NULLIF,
              SqlStdOperatorTable.CONCAT,
              SqlLibraryOperators.CONCAT_FUNCTION,
              SqlStdOperatorTable.ABS,
              SqlStdOperatorTable.FLOOR,
              SqlStdOperatorTable.CEIL,
              SqlStdOperatorTable.ROUND,
              SqlStdOperatorTable.SQRT,
              SqlStdOperatorTable.UPPER,
              SqlStdOperatorTable.LOWER,
              SqlStdOperatorTable.CHAR_LENGTH,
              SqlStdOperatorTable.CHARACTER_LENGTH,
              SqlLibraryOperators.LENGTH,
              SqlStdOperatorTable.SUBSTRING,
              nameOf("SYSCALLNAME"),
              nameOf("ERRNAME"),
              nameOf("SIGNAME"),
              SqlStdOperatorTable.COUNT,
              SqlStdOperatorTable.SUM,
              SqlStdOperatorTable.MIN,
              SqlStdOperatorTable.MAX,
              SqlStdOperatorTable.AVG,
              SqlStdOperatorTable.STDDEV,
              SqlStdOperatorTable.STDDEV_POP,
              SqlStdOperatorTable.STDDEV_SAMP,
              SqlStdOperatorTable.VARIANCE,
              SqlStdOperatorTable.VAR_POP,
              SqlStdOperatorTable.VAR_SAMP,
              SqlStdOperatorTable.FILTER,
              SqlStdOperatorTable.DESC));

  private LanguageOperators() {}

  private static SqlOperator nameOf(String name) {
    return SqlBasicFunction.create(name, TEXT_OR_NULL, OperandTypes.INTEGER);
  }

  /** Finds operators by name, in any case, and by the kind of their syntax. */
  private record ByName(List<SqlOperator> operators) implements SqlOperatorTable {
    @Override
    public void lookupOperatorOverloads(
        SqlIdentifier name,
        @Nullable SqlFunctionCategory category,
        SqlSyntax syntax,
        List<SqlOperator> found,
        SqlNameMatcher matcher) {
      if (name.isSimple()) {
        operators.stream()
            .filter(operator -> operator.getName().equalsIgnoreCase(name.getSimple()))
            .filter(operator -> matches(operator, syntax))
            .forEach(found::add);
      }
    }

    /** COUNT(*) has a syntax of its own, but is called as a function. */
    private static boolean matches(SqlOperator operator, SqlSyntax syntax) {
      return operator.getSyntax().family == syntax.family
          || (syntax == SqlSyntax.FUNCTION && operator instanceof SqlFunction);
    }

    @Override
    public List<SqlOperator> getOperatorList() {
      return operators;
    }
  }
}
