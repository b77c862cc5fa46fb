// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into tokens, as far as is needed to find clauses: Calcite has its own. */
final class Tokenizer {
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d*)?([eE][+-]?\\d+)?");

  private final SourceText source;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Diagnostic> diagnostics;
  private int at;
  private int depth;

  private Tokenizer(SourceText source, List<Diagnostic> diagnostics) {
    this.source = source;
    this.text = source.text();
    this.diagnostics = diagnostics;
  }

  /** All tokens; what is not ended is reported and taken to end with the text. */
  static List<Token> read(SourceText source, List<Diagnostic> diagnostics) {
    Tokenizer tokenizer = new Tokenizer(source, diagnostics);
    while (tokenizer.at < tokenizer.text.length()) {
      tokenizer.next();
    }
    return tokenizer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (text.startsWith("--", at)) {
      at = endOf(i -> text.charAt(i) == '\n', at);
    } else if (text.startsWith("/*", at)) {
      skipComment();
    } else if (c == '\'') {
      add(Kind.TEXT, quoted('\'', "text"));
    } else if (c == '"') {
      add(Kind.QUOTED_NAME, quoted('"', "name"));
    } else if (c >= '0' && c <= '9') {
      add(Kind.NUMBER, endOfNumber());
    } else if (Character.isJavaIdentifierStart(c)) {
      add(Kind.WORD, endOf(i -> !Character.isJavaIdentifierPart(text.charAt(i)), at));
    } else {
      addSymbol(c);
    }
  }

  private void addSymbol(char c) {
    if (c == ')') {
      depth = Math.max(0, depth - 1);
    }
    add(Kind.SYMBOL, at + 1);
    if (c == '(') {
      depth++;
    }
  }

  private void add(Kind kind, int to) {
    tokens.add(new Token(kind, at, to, text.substring(at, to), depth));
    at = to;
  }

  private int endOf(IntPredicate ends, int from) {
    int end = from;
    while (end < text.length() && !ends.test(end)) {
      end++;
    }
    return end;
  }

  private int endOfNumber() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    return number.lookingAt() ? number.end() : at + 1;
  }

  /** Behind the closing quote; a doubled quote stands for itself. */
  private int quoted(char quote, String what) {
    int end = at + 1;
    while (end < text.length()) {
      if (text.charAt(end) != quote) {
        end++;
      } else if (end + 1 < text.length() && text.charAt(end + 1) == quote) {
        end += 2;
      } else {
        return end + 1;
      }
    }
    diagnostics.add(
        unterminated("this " + what + " has no closing " + quote)
            .withHint("a " + quote + " inside is written twice: " + quote + quote));
    return text.length();
  }

  private void skipComment() {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      diagnostics.add(unterminated("this comment has no closing */"));
      at = text.length();
    } else {
      at = end + 2;
    }
  }

  private Diagnostic unterminated(String message) {
    int endOfLine = endOf(i -> text.charAt(i) == '\n' || text.charAt(i) == '\r', at);
    return Diagnostic.error(DiagnosticCode.UNTERMINATED, source.span(at, endOfLine), message);
  }
}
