// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import dev.surefoot.compiler.diagnostic.Nearest;
import dev.surefoot.compiler.sql.Functions.Arity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Every function and type of a query exists, and is given the right number of arguments. */
final class FunctionCheck {
  private static final Map<String, String> TYPES =
      Map.of(
          "BIGINT", "BIGINT",
          "INTEGER", "BIGINT",
          "DOUBLE", "DOUBLE",
          "FLOAT", "DOUBLE",
          "VARCHAR", "VARCHAR",
          "BOOLEAN", "BOOLEAN");

  private final QueryText text;
  private final List<Diagnostic> diagnostics;

  FunctionCheck(QueryText text, List<Diagnostic> diagnostics) {
    this.text = text;
    this.diagnostics = diagnostics;
  }

  /** Reports what is wrong in the query. */
  void check(ParsedQuery query) {
    check(query.select().getSelectList());
    Optional.ofNullable(query.select().getWhere()).ifPresent(this::check);
    check(query.groupBy());
    Optional.ofNullable(query.select().getHaving()).ifPresent(this::check);
    check(query.orderBy());
  }

  private void check(SqlNode node) {
    switch (node) {
      case SqlNodeList list -> list.forEach(this::check);
      case SqlDataTypeSpec type -> checkType(type);
      case SqlCall call -> {
        Functions.name(call).ifPresent(name -> checkFunction(name, call));
        call.getOperandList().stream().filter(o -> o != null).forEach(this::check);
      }
      default -> {}
    }
  }

  private void checkFunction(String name, SqlCall call) {
    Optional<Arity> arity = Functions.arity(name);
    if (Functions.isLater(name)) {
      diagnostics.add(
          text.error(DiagnosticCode.NOT_SUPPORTED, call, name + " is not in this version")
              .withHint("aggregates are COUNT, SUM, MIN, MAX, AVG, STDDEV, VARIANCE"));
    } else if (arity.isEmpty()) {
      diagnostics.add(
          text.error(DiagnosticCode.UNKNOWN_FUNCTION, call, "there is no function " + name)
              .withHint(Nearest.hint(name, Functions.names())));
    } else if (isStar(call) && !name.equals("COUNT")) {
      diagnostics.add(
          text.error(DiagnosticCode.WRONG_ARGUMENT_COUNT, call, name + " takes no *")
              .withHint("COUNT(*) counts rows; " + name + " takes an expression"));
    } else if (call.operandCount() < arity.get().least()
        || call.operandCount() > arity.get().most()) {
      String given = call.operandCount() == 0 ? "none" : "" + call.operandCount();
      diagnostics.add(
          text.error(
              DiagnosticCode.WRONG_ARGUMENT_COUNT,
              call,
              name + " takes " + count(arity.get()) + ", not " + given));
    }
  }

  private static boolean isStar(SqlCall call) {
    return call.operandCount() == 1 && call.operand(0) instanceof SqlIdentifier id && id.isStar();
  }

  private static String count(Arity arity) {
    if (arity.most() == Integer.MAX_VALUE) {
      return arity.least() + " arguments or more";
    }
    if (arity.least() != arity.most()) {
      return arity.least() + " or " + arity.most() + " arguments";
    }
    return arity.least() == 1 ? "one argument" : arity.least() + " arguments";
  }

  private void checkType(SqlDataTypeSpec type) {
    String written = type.getTypeName().toString().toUpperCase(Locale.ROOT);
    if (!TYPES.containsKey(written)) {
      diagnostics.add(
          text.error(DiagnosticCode.UNKNOWN_TYPE, type, "there is no type '" + written + "'")
              .withHint("types are BIGINT, DOUBLE, VARCHAR, BOOLEAN"));
    } else if (!type.getTypeName().isSimple() || text.snippet(type).contains("(")) {
      diagnostics.add(
          text.error(DiagnosticCode.NOT_SUPPORTED, type, "a type's length is not in this version")
              .withHint("texts are as long as they are: " + TYPES.get(written)));
    }
  }
}
