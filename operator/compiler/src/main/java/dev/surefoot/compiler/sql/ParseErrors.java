// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import dev.surefoot.compiler.diagnostic.Nearest;
import dev.surefoot.compiler.diagnostic.SourceSpan;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What Calcite's parser says, in our words. */
final class ParseErrors {
  private static final List<String> KEYWORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP",
          "BY",
          "HAVING",
          "ORDER",
          "LIMIT",
          "WINDOW",
          "AS",
          "AND",
          "OR",
          "NOT",
          "IN",
          "BETWEEN",
          "LIKE",
          "IS",
          "NULL",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "CAST",
          "DISTINCT",
          "DESC",
          "ASC");
  private static final int FEW = 5;

  private ParseErrors() {}

  static Diagnostic describe(SqlParseException error, QueryText text) {
    SourceSpan span = text.span(place(error));
    String found = found(text, span);
    if (error.getMessage() != null && error.getMessage().startsWith("Lexical error")) {
      return syntax(span, "the character '" + found.substring(0, 1) + "' has no meaning here");
    }
    if (found.isBlank() || String.valueOf(error.getMessage()).contains("\"<EOF>\"")) {
      return syntax(end(text), "the query ends too early").withHint(expected(error));
    }
    String before = wordBefore(text, span);
    return syntax(span, "'" + found + "' is not expected here")
        .withHint(
            meantKeyword(found)
                .or(() -> meantKeyword(before))
                .or(() -> quotable(before, found))
                .or(() -> expected(error)));
  }

  private static Optional<String> meantKeyword(String word) {
    return word.length() < 3 || KEYWORDS.contains(word.toUpperCase(Locale.ROOT))
        ? Optional.empty()
        : Nearest.to(word, KEYWORDS)
            .map(keyword -> "did you mean '" + keyword + "', not '" + word + "'?");
  }

  /** Behind AS a keyword was meant as a name. */
  private static Optional<String> quotable(String before, String found) {
    return before.equalsIgnoreCase("AS") && KEYWORDS.contains(found.toUpperCase(Locale.ROOT))
        ? Optional.of("it is a keyword; as a name it is quoted: \"" + found + "\"")
        : Optional.empty();
  }

  /** The word in front of the span, in its line; empty where there is none. */
  private static String wordBefore(QueryText text, SourceSpan span) {
    String line = text.source().line(span.line());
    String before = line.substring(0, Math.min(span.column() - 1, line.length())).stripTrailing();
    return before.substring(before.replaceAll("\\w+$", "").length());
  }

  private static Diagnostic syntax(SourceSpan span, String message) {
    return Diagnostic.error(DiagnosticCode.SYNTAX, span, message);
  }

  private static SqlParserPos place(SqlParseException error) {
    return error.getCause() instanceof CalciteContextException context
        ? new SqlParserPos(
            context.getPosLine(),
            context.getPosColumn(),
            context.getEndPosLine(),
            context.getEndPosColumn())
        : error.getPos() == null ? SqlParserPos.ZERO : error.getPos();
  }

  private static String found(QueryText text, SourceSpan span) {
    String line = text.source().line(span.line());
    int from = span.column() - 1;
    int to = span.endLine() == span.line() ? span.endColumn() : line.length();
    return from >= line.length() ? "" : line.substring(from, Math.min(to, line.length()));
  }

  /** Behind the last character that is no space. */
  private static SourceSpan end(QueryText text) {
    int length = text.source().text().stripTrailing().length();
    return text.source().span(length, length);
  }

  /** What may stand there, where it is not too much to say. */
  private static Optional<String> expected(SqlParseException error) {
    Collection<String> tokens = error.getExpectedTokenNames();
    List<String> words =
        tokens == null
            ? List.of()
            : tokens.stream().map(token -> token.replace("\"", "'")).sorted().toList();
    if (words.stream().anyMatch(word -> word.contains("IDENTIFIER"))) {
      return Optional.of("a name or an expression is missing");
    }
    return words.isEmpty() || words.size() > FEW
        ? Optional.empty()
        : Optional.of("expected " + String.join(" or ", words));
  }
}
