// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.apache.calcite.sql.fun.SqlLikeOperator;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.NlsString;

/** Refuses the forms of expressions that this version has not. */
final class ExpressionRestrictions {
  private static final Set<SqlKind> FORMS =
      EnumSet.of(
          SqlKind.AS,
          SqlKind.PLUS,
          SqlKind.MINUS,
          SqlKind.TIMES,
          SqlKind.DIVIDE,
          SqlKind.MOD,
          SqlKind.PLUS_PREFIX,
          SqlKind.MINUS_PREFIX,
          SqlKind.AND,
          SqlKind.OR,
          SqlKind.NOT,
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL,
          SqlKind.IS_TRUE,
          SqlKind.IS_NOT_TRUE,
          SqlKind.IS_FALSE,
          SqlKind.IS_NOT_FALSE,
          SqlKind.IS_UNKNOWN,
          SqlKind.IS_DISTINCT_FROM,
          SqlKind.IS_NOT_DISTINCT_FROM,
          SqlKind.BETWEEN,
          SqlKind.IN,
          SqlKind.NOT_IN,
          SqlKind.LIKE,
          SqlKind.CASE,
          SqlKind.CAST,
          SqlKind.FILTER);
  private static final Set<String> SYMBOLS = Set.of("||", "&", "^");
  private static final Set<String> LIKES = Set.of("LIKE", "NOT LIKE");
  private static final Set<SqlTypeName> LITERALS =
      EnumSet.of(
          SqlTypeName.DECIMAL,
          SqlTypeName.DOUBLE,
          SqlTypeName.CHAR,
          SqlTypeName.BOOLEAN,
          SqlTypeName.NULL);

  private final QueryText text;
  private final List<Diagnostic> diagnostics;

  ExpressionRestrictions(QueryText text, List<Diagnostic> diagnostics) {
    this.text = text;
    this.diagnostics = diagnostics;
  }

  /** Whether a query is the node or in it. */
  static boolean holdsQuery(SqlNode node) {
    return node instanceof SqlSelect
        || node.getKind().belongsTo(SqlKind.QUERY)
        || (node instanceof SqlCall call
            && call.getOperandList().stream()
                .anyMatch(operand -> operand != null && holdsQuery(operand)));
  }

  void checkOrderItem(SqlNode item) {
    switch (item.getKind()) {
      case DESCENDING, NULLS_LAST -> checkOrderItem(((SqlCall) item).operand(0));
      case NULLS_FIRST -> refuse(item, "NULLS FIRST", "NULLs come last");
      default -> check(item);
    }
  }

  void checkGroupItem(SqlNode item) {
    switch (item.getKind()) {
      case ROLLUP, CUBE, GROUPING_SETS -> refuse(item, item.getKind().sql, "list the columns");
      case ROW -> refuse(item, "a row of columns", "list the columns");
      default -> {
        if (item instanceof SqlNodeList) {
          refuse(item, "GROUP BY ()", "leave GROUP BY out to aggregate all rows of a window");
        } else {
          check(item);
        }
      }
    }
  }

  /** Reports what is refused in the expression. */
  void check(SqlNode node) {
    switch (node) {
      case SqlDynamicParam _ -> refuse(node, "a parameter (?)", "write the value");
      case SqlIntervalQualifier _ ->
          refuse(node, "a part of a date", "times are in ns of CLOCK_MONOTONIC");
      case SqlLiteral literal -> checkLiteral(literal);
      case SqlNodeList list -> list.forEach(this::check);
      case SqlCall call when holdsQuery(call) && !isInnerQueryOf(call) ->
          refuse(call, "a query in an expression", "read one table, and write the values");
      case SqlCall call -> checkCall(call);
      default -> {}
    }
  }

  /** Whether the query is in an operand, which then is the better place to report. */
  private static boolean isInnerQueryOf(SqlCall call) {
    return !(call instanceof SqlSelect)
        && !call.getKind().belongsTo(SqlKind.QUERY)
        && call.getKind() != SqlKind.IN
        && call.getKind() != SqlKind.NOT_IN
        && call.getKind() != SqlKind.EXISTS;
  }

  private void checkLiteral(SqlLiteral literal) {
    boolean known = LITERALS.contains(literal.getTypeName());
    boolean unknownTruth =
        literal.getTypeName() == SqlTypeName.BOOLEAN && literal.getValue() == null;
    if (!known || unknownTruth) {
      refuse(literal, "this kind of constant", "there are numbers, texts, TRUE, FALSE and NULL");
    } else if (literal instanceof SqlCharStringLiteral
        && literal.getValueAs(NlsString.class).getCharsetName() != null) {
      refuse(literal, "a character set", "texts are UTF-8");
    }
  }

  private void checkCall(SqlCall call) {
    if (call.getKind() == SqlKind.OVER) {
      refuse(call, "OVER", "group by a time window instead: WINDOW 1 s");
      return;
    }
    boolean function = call.getOperator() instanceof SqlFunction;
    if (function && Functions.name(call).flatMap(Functions::arity).isEmpty()) {
      return; // reported by name, whatever its arguments are
    }
    if (call.getKind() == SqlKind.ROW) {
      refuse(call, "a row of values", "compare each value by itself");
      return;
    }
    if (!function
        && !FORMS.contains(call.getKind())
        && !SYMBOLS.contains(call.getOperator().getName())) {
      refuse(call, "'" + call.getOperator().getName() + "'", "see the language's reference");
      return;
    }
    checkVariant(call);
    for (SqlNode operand : call.getOperandList()) {
      if (operand != null && !(operand instanceof SqlDataTypeSpec)) {
        check(operand);
      }
    }
  }

  private void checkVariant(SqlCall call) {
    if (call.getOperator() instanceof SqlBetweenOperator between
        && between.flag == SqlBetweenOperator.Flag.SYMMETRIC) {
      refuse(call, "BETWEEN SYMMETRIC", "order the bounds");
    }
    if (call.getOperator() instanceof SqlLikeOperator like) {
      if (!LIKES.contains(like.getName())) {
        refuse(call, like.getName(), "use LIKE with % and _");
      } else if (call.operandCount() > 2) {
        refuse(call, "ESCAPE", "% and _ cannot be escaped; compare with SUBSTRING");
      } else if (!(call.operand(1) instanceof SqlCharStringLiteral)) {
        refuse(call.operand(1), "a computed pattern", "write the pattern: LIKE 'a%'");
      }
    }
    if (call.getKind() == SqlKind.CASE && call instanceof SqlBasicCall) {
      refuse(call, "this form of CASE", "CASE WHEN condition THEN value ELSE value END");
    }
  }

  private void refuse(SqlNode node, String what, String hint) {
    diagnostics.add(
        text.error(DiagnosticCode.NOT_SUPPORTED, node, what + " is not in this version")
            .withHint(hint));
  }
}
