// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;

/** Constants are in the range of their type; a division by the constant 0 is warned of. */
final class ConstantCheck {
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);

  private final QueryText text;
  private final List<Diagnostic> errors;
  private final List<Diagnostic> warnings;

  ConstantCheck(QueryText text, List<Diagnostic> errors, List<Diagnostic> warnings) {
    this.text = text;
    this.errors = errors;
    this.warnings = warnings;
  }

  void check(ParsedQuery query) {
    check(query.select().getSelectList());
    Optional.ofNullable(query.select().getWhere()).ifPresent(this::check);
    check(query.groupBy());
    Optional.ofNullable(query.select().getHaving()).ifPresent(this::check);
    check(query.orderBy());
  }

  private void check(SqlNode node) {
    switch (node) {
      case SqlNumericLiteral literal -> checkRange(literal, literal.bigDecimalValue());
      case SqlNodeList list -> list.forEach(this::check);
      case SqlCall call -> checkCall(call);
      default -> {}
    }
  }

  private void checkCall(SqlCall call) {
    if (call.getKind() == SqlKind.MINUS_PREFIX
        && call.operand(0) instanceof SqlNumericLiteral literal) {
      checkRange(literal, literal.bigDecimalValue().negate());
      return;
    }
    boolean divides =
        call.getKind() == SqlKind.DIVIDE
            || call.getKind() == SqlKind.MOD
            || Functions.name(call).filter("MOD"::equals).isPresent();
    if (divides
        && call.operandCount() == 2
        && call.operand(1) instanceof SqlNumericLiteral divisor
        && divisor.bigDecimalValue().signum() == 0) {
      warnings.add(
          Diagnostic.warning(
                  DiagnosticCode.DIVISION_BY_ZERO,
                  text.span(call),
                  "this divides by 0 and is always NULL")
              .withHint("NULLIF(x, 0) makes a divisor NULL where it is 0"));
    }
    call.getOperandList().stream().filter(operand -> operand != null).forEach(this::check);
  }

  private void checkRange(SqlNumericLiteral literal, BigDecimal value) {
    if (!literal.isInteger()) {
      if (Double.isInfinite(value.doubleValue())) {
        report(literal, "a DOUBLE is at most 1.797e308");
      }
    } else if (value.toBigInteger().compareTo(MAX) > 0 || value.toBigInteger().compareTo(MIN) < 0) {
      report(literal, "an integer is from " + MIN + " to " + MAX);
    }
  }

  private void report(SqlNumericLiteral literal, String hint) {
    errors.add(
        text.error(
                DiagnosticCode.NUMBER_OUT_OF_RANGE,
                literal,
                "the number " + text.snippet(literal) + " is out of range")
            .withHint(hint));
  }
}
