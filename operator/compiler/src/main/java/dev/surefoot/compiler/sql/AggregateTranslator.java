// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.Expression.Case.Branch;
import dev.surefoot.catalog.expression.Expression.IntLiteral;
import dev.surefoot.catalog.expression.Expression.NullLiteral;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelectKeyword;

/** Aggregate calls; FILTER becomes a CASE that leaves NULL for the rows that do not count. */
final class AggregateTranslator {
  private final ExpressionTranslator rows;
  private final QueryText text;
  private final List<Diagnostic> diagnostics;

  AggregateTranslator(ExpressionTranslator rows, QueryText text, List<Diagnostic> diagnostics) {
    this.rows = rows;
    this.text = text;
    this.diagnostics = diagnostics;
  }

  /** The call, under this name; an argument of a wrong type is reported. */
  AggregateCall translate(SqlNode node, String name) {
    boolean filtered = node.getKind() == SqlKind.FILTER;
    SqlCall call = filtered ? ((SqlCall) node).operand(0) : (SqlCall) node;
    Optional<Expression> filter =
        filtered ? Optional.of(rows.condition(((SqlCall) node).operand(1))) : Optional.empty();
    AggregateFunction function = Functions.aggregate(call).orElseThrow();
    SqlLiteral quantifier = call.getFunctionQuantifier();
    boolean distinct = quantifier != null && quantifier.getValue() == SqlSelectKeyword.DISTINCT;
    boolean star = call.operand(0) instanceof SqlIdentifier id && id.isStar();
    Optional<Expression> argument =
        star
            ? filter.map(condition -> where(condition, new IntLiteral(1)))
            : Optional.of(argument(function, call, distinct, filter));
    boolean counted = function == AggregateFunction.MIN || function == AggregateFunction.MAX;
    return new AggregateCall(function, argument, distinct && !counted, name);
  }

  private Expression argument(
      AggregateFunction function, SqlCall call, boolean distinct, Optional<Expression> filter) {
    SqlNode node = call.operand(0);
    Expression argument = rows.translate(node);
    boolean counted = function == AggregateFunction.COUNT && !distinct;
    Expression typed =
        switch (argument.type()) {
          case INT64 -> argument;
          case TEXT -> ofText(function, call, argument);
          case DOUBLE -> counted ? oneOf(argument) : refuseDouble(call);
          case BOOLEAN -> counted ? oneOf(argument) : refuseTruth(function, call);
        };
    return filter.map(condition -> where(condition, typed)).orElse(typed);
  }

  private Expression ofText(AggregateFunction function, SqlCall call, Expression argument) {
    return switch (function) {
      case COUNT, MIN, MAX -> argument;
      case SUM, AVG, STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP ->
          refuse(
              call,
              DiagnosticCode.TYPE_MISMATCH,
              function + " does not take a text",
              "COUNT, MIN and MAX take texts");
    };
  }

  /** 1 where the value is not NULL, to be counted. */
  private static Expression oneOf(Expression value) {
    return where(new Expression.Not(new Expression.IsNull(value)), new IntLiteral(1));
  }

  private Expression refuseDouble(SqlCall call) {
    return refuse(
        call,
        DiagnosticCode.INEXACT_AGGREGATE,
        "a result over DOUBLE values would depend on the order of the rows",
        "aggregate integers and divide afterwards: SUM(x) / 1e6");
  }

  private Expression refuseTruth(AggregateFunction function, SqlCall call) {
    return refuse(
        call,
        DiagnosticCode.TYPE_MISMATCH,
        function + " does not take a truth value",
        "count the rows where it is TRUE: COUNT(*) FILTER (WHERE …)");
  }

  private static Expression where(Expression condition, Expression value) {
    return new Expression.Case(
        List.of(new Branch(condition, value)), new NullLiteral(value.type()));
  }

  private Expression refuse(SqlCall call, DiagnosticCode code, String message, String hint) {
    diagnostics.add(text.error(code, call, message).withHint(hint));
    return new NullLiteral(ValueType.INT64);
  }
}
