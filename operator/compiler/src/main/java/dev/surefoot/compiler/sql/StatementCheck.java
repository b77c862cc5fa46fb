// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import dev.surefoot.compiler.diagnostic.Nearest;
import dev.surefoot.compiler.diagnostic.SourceSpan;
import dev.surefoot.compiler.diagnostic.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A text is one statement, and the statement is a query. */
final class StatementCheck {
  private static final Set<String> OTHER_STATEMENTS =
      Set.of(
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "UPSERT",
          "CREATE",
          "DROP",
          "ALTER",
          "TRUNCATE",
          "SET",
          "EXPLAIN",
          "DESCRIBE",
          "SHOW",
          "GRANT",
          "VALUES",
          "TABLE",
          "USE");
  private static final String EXAMPLE = "for example: SELECT pid, path FROM process_exec";

  private StatementCheck() {}

  static List<Diagnostic> check(SourceText source, List<Token> tokens) {
    if (tokens.isEmpty()) {
      return List.of(
          Diagnostic.error(DiagnosticCode.EMPTY_TEXT, SourceSpan.at(1, 1), "there is no query")
              .withHint(EXAMPLE));
    }
    Token first = tokens.getFirst();
    if (!first.is("SELECT") && !first.isSymbol('(')) {
      return List.of(notASelect(source, first));
    }
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isSymbol(';') && !tokens.get(i + 1).isSymbol(';')) {
        Token second = tokens.get(i + 1);
        return List.of(
            Diagnostic.error(
                    DiagnosticCode.SEVERAL_STATEMENTS,
                    source.span(second.from(), second.to()),
                    "a second statement begins here")
                .withHint("run each query by itself"));
      }
    }
    return List.of();
  }

  private static Diagnostic notASelect(SourceText source, Token first) {
    SourceSpan span = source.span(first.from(), first.to());
    String word = first.text().toUpperCase(Locale.ROOT);
    if (word.equals("WITH")) {
      return Diagnostic.error(
              DiagnosticCode.NOT_SUPPORTED, span, "named subqueries (WITH) are not in this version")
          .withHint("write one SELECT over one table");
    }
    if (OTHER_STATEMENTS.contains(word)) {
      return Diagnostic.error(
              DiagnosticCode.NOT_A_QUERY,
              span,
              word + " is not a query: kernel events are only read")
          .withHint("a query begins with SELECT");
    }
    return Diagnostic.error(
            DiagnosticCode.SYNTAX, span, "a query begins with SELECT, not '" + first.text() + "'")
        .withHint(Nearest.hint(first.text(), List.of("SELECT")));
  }
}
