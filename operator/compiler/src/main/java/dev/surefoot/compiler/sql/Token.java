// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

/**
 * A piece of the text that is neither space nor comment.
 *
 * @param from offset of the first character
 * @param to offset behind the last one
 * @param depth parentheses that are open around it
 */
record Token(Kind kind, int from, int to, String text, int depth) {
  /** What a token is. */
  enum Kind {
    WORD,
    NUMBER,
    TEXT,
    QUOTED_NAME,
    SYMBOL
  }

  /** Whether it is this keyword. */
  boolean is(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  /** Whether it is this symbol. */
  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }
}
