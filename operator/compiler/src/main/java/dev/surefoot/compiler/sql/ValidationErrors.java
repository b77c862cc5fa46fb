// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import dev.surefoot.compiler.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What Calcite's validator says, in our words. Calcite tells its errors apart by text only. */
final class ValidationErrors {
  /** A sentence of Calcite and what we say instead. */
  private record Rule(Pattern pattern, BiFunction<MatchResult, SourceSpan, Diagnostic> message) {
    static Rule of(String regex, BiFunction<MatchResult, SourceSpan, Diagnostic> message) {
      return new Rule(Pattern.compile(regex, Pattern.DOTALL), message);
    }
  }

  private static final Pattern ARGUMENT = Pattern.compile("<([^<>]+)>");
  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "Cannot apply '?([^']*?)'? to arguments of type '(.*?)'.*",
              (m, span) -> wrongArguments(span, m.group(1), m.group(2))),
          Rule.of(
              "Expression '(.*)' is not being grouped",
              (m, span) ->
                  Diagnostic.error(
                          DiagnosticCode.NOT_GROUPED,
                          span,
                          "a group has many values of this, it must be a key or aggregated")
                      .withHint("add it to GROUP BY, or aggregate it: MAX(…), MIN(…), SUM(…)")),
          Rule.of(
              "(WHERE|HAVING|FILTER) clause must be a condition",
              (m, span) ->
                  mismatch(span, m.group(1) + " needs a condition that is TRUE or FALSE")
                      .withHint("compare it: … > 0, … = 'text'")),
          Rule.of(
              "Values (?:passed to .* operator|in expression list) must have compatible types",
              (_, span) -> mismatch(span, "the values of IN are of different types")),
          Rule.of(
              "Illegal mixing of types in CASE or COALESCE statement|Cannot infer return type for .*",
              (_, span) ->
                  mismatch(span, "the results of CASE or COALESCE are of different types")),
          Rule.of(
              "Expected a boolean type",
              (_, span) ->
                  mismatch(span, "a condition is needed here, that is TRUE or FALSE")
                      .withHint("compare it: … > 0, … = 'text'")),
          Rule.of(
              "ELSE clause or at least one THEN clause must be non-NULL",
              (_, span) -> mismatch(span, "every result of this CASE is NULL")),
          Rule.of(
              "Illegal use of 'NULL'",
              (_, span) ->
                  mismatch(span, "NULL has no type here")
                      .withHint("ask for it with IS NULL, or give a type: CAST(NULL AS BIGINT)")),
          Rule.of(
              "Cast function cannot convert value of type (\\S+?)(?: NOT NULL)? to type (\\S+?).*",
              (m, span) ->
                  mismatch(
                      span, type(m.group(1)) + " cannot be converted to " + type(m.group(2)))));

  private ValidationErrors() {}

  static Diagnostic describe(CalciteContextException error, QueryText text) {
    SourceSpan span =
        text.span(
            new SqlParserPos(
                error.getPosLine(),
                error.getPosColumn(),
                error.getEndPosLine(),
                error.getEndPosColumn()));
    String sentence =
        Optional.ofNullable(error.getCause()).map(Throwable::getMessage).orElse("not valid");
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern().matcher(sentence);
      if (matcher.matches()) {
        return rule.message().apply(matcher.toMatchResult(), span);
      }
    }
    return Diagnostic.error(DiagnosticCode.SYNTAX, span, sentence);
  }

  private static Diagnostic mismatch(SourceSpan span, String message) {
    return Diagnostic.error(DiagnosticCode.TYPE_MISMATCH, span, message);
  }

  private static Diagnostic wrongArguments(SourceSpan span, String name, String signature) {
    String types = arguments(signature);
    Diagnostic diagnostic = mismatch(span, operation(name) + " does not take " + types);
    boolean mixed = types.contains("a text") && types.contains("an integer");
    return mixed ? diagnostic.withHint("CAST(… AS VARCHAR) makes a text of a number") : diagnostic;
  }

  private static String operation(String name) {
    return Character.isLetter(name.charAt(0)) ? name : "'" + name + "'";
  }

  /** {@code '<VARCHAR> + <BIGINT>'} as {@code a text and an integer}. */
  private static String arguments(String signature) {
    return ARGUMENT
        .matcher(signature)
        .results()
        .map(result -> type(result.group(1)))
        .collect(Collectors.joining(" and "));
  }

  private static String type(String calciteType) {
    String name = calciteType.replaceAll("[ (].*", "");
    return switch (name) {
      case "BIGINT", "INTEGER", "SMALLINT", "TINYINT", "NUMERIC" -> TypeWords.of(ValueType.INT64);
      case "DOUBLE", "DECIMAL", "FLOAT" -> TypeWords.of(ValueType.DOUBLE);
      case "CHAR", "VARCHAR", "CHARACTER" -> TypeWords.of(ValueType.TEXT);
      case "BOOLEAN" -> TypeWords.of(ValueType.BOOLEAN);
      default -> name;
    };
  }
}
