// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import dev.surefoot.compiler.diagnostic.SourceSpan;
import dev.surefoot.compiler.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clauses that standard SQL has not, found outside of quotes, comments and parentheses, and
 * blanked with spaces so that every other place stays.
 *
 * @param standardText what Calcite is to parse
 */
record StreamClauses(String standardText, Optional<WindowClause> window) {
  /** {@code WINDOW n unit}. */
  record WindowClause(long nanos, SourceSpan span) {}

  /** Takes the clauses out of the text; what is wrong with them is added to the diagnostics. */
  static StreamClauses read(SourceText source, List<Diagnostic> diagnostics) {
    return new Reader(source, diagnostics).read();
  }

  private static final class Reader {
    private static final List<String> TIME_CONSTANTS =
        List.of("DATE", "TIME", "TIMESTAMP", "INTERVAL");

    private final SourceText source;
    private final List<Diagnostic> diagnostics;
    private final List<Token> tokens;
    private final StringBuilder rest;
    private final List<WindowClause> windows = new ArrayList<>();
    private int windowsSeen;

    Reader(SourceText source, List<Diagnostic> diagnostics) {
      this.source = source;
      this.diagnostics = diagnostics;
      this.tokens = Tokenizer.read(source, diagnostics);
      this.rest = new StringBuilder(source.text());
    }

    StreamClauses read() {
      diagnostics.addAll(StatementCheck.check(source, tokens));
      int i = 0;
      while (i < tokens.size()) {
        i = readAt(i);
      }
      return new StreamClauses(rest.toString(), windows.stream().findFirst());
    }

    /** Reads the token, or the clause that it begins; the index behind. */
    private int readAt(int i) {
      Token token = tokens.get(i);
      if (token.depth() == 0 && token.is("WINDOW") && !namesSomething(i)) {
        return window(i);
      }
      if (token.depth() == 0 && (token.is("SLIDE") || token.is("SAMPLE")) && isNumber(i + 1)) {
        return notSupported(i);
      }
      if (isTimeConstant(i)) {
        return timeConstant(i);
      }
      if (token.isSymbol(';')) {
        blank(i, i);
      } else if (token.kind() == Token.Kind.WORD
          && FreeWords.contains(token.text())
          && !isSymbol(i + 1, '(')) {
        rest.setCharAt(token.from(), FreeWords.disguised(token.text().charAt(0)));
      }
      return i + 1;
    }

    private int window(int i) {
      WindowParser parser = new WindowParser(source, tokens, i, diagnostics);
      parser.parse().ifPresent(windows::add);
      if (windowsSeen++ == 1) {
        diagnostics.add(
            Diagnostic.error(
                DiagnosticCode.DUPLICATE_CLAUSE, span(i, i), "a query has one WINDOW"));
      }
      blank(i, parser.last());
      return parser.last() + 1;
    }

    private int notSupported(int i) {
      boolean unit = i + 2 < tokens.size() && tokens.get(i + 2).kind() == Token.Kind.WORD;
      int last = unit ? i + 2 : i + 1;
      boolean slide = tokens.get(i).is("SLIDE");
      diagnostics.add(
          Diagnostic.error(
                  DiagnosticCode.NOT_SUPPORTED,
                  span(i, last),
                  (slide ? "SLIDE" : "SAMPLE") + " is not in this version")
              .withHint(
                  slide
                      ? "windows follow each other: WINDOW 1 s"
                      : "leave it out: every event counts"));
      blank(i, last);
      return last + 1;
    }

    /** {@code DATE '2026-01-01'}, {@code INTERVAL '1' HOUR}. */
    private boolean isTimeConstant(int i) {
      return TIME_CONSTANTS.stream().anyMatch(tokens.get(i)::is)
          && i + 1 < tokens.size()
          && tokens.get(i + 1).kind() == Token.Kind.TEXT;
    }

    private int timeConstant(int i) {
      diagnostics.add(
          Diagnostic.error(
                  DiagnosticCode.NOT_SUPPORTED,
                  span(i, i + 1),
                  "a constant of this kind is not in this version")
              .withHint("times are in ns of CLOCK_MONOTONIC: a second is 1000000000"));
      return i + 2;
    }

    /** A WINDOW behind AS or a dot is a name. */
    private boolean namesSomething(int i) {
      return i > 0 && (tokens.get(i - 1).is("AS") || tokens.get(i - 1).isSymbol('.'));
    }

    private boolean isNumber(int i) {
      return i < tokens.size() && tokens.get(i).kind() == Token.Kind.NUMBER;
    }

    private boolean isSymbol(int i, char symbol) {
      return i < tokens.size() && tokens.get(i).isSymbol(symbol);
    }

    private void blank(int first, int last) {
      for (int at = tokens.get(first).from(); at < tokens.get(last).to(); at++) {
        if (!Character.isWhitespace(rest.charAt(at))) {
          rest.setCharAt(at, ' ');
        }
      }
    }

    private SourceSpan span(int first, int last) {
      return source.span(tokens.get(first).from(), tokens.get(last).to());
    }
  }
}
