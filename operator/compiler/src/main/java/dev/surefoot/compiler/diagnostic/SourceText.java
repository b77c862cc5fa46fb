// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.diagnostic;

import dev.surefoot.catalog.asm.SourceLine;
import java.util.List;

/**
 * A user's text.
 *
 * @param name where it comes from, for example a file's name or {@code --sql}
 * @param text all of it, lines ended by {@code \n} or {@code \r\n}
 */
public record SourceText(String name, String text) {
  /** The lines without their ends; at least one. */
  public List<String> lines() {
    return List.of(text.split("\r?\n", -1));
  }

  /** Line {@code number}, from 1; empty past the end. */
  public String line(int number) {
    List<String> lines = lines();
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }

  /** The place with its whole line. */
  public SourceLine at(int line, int column) {
    return new SourceLine(line, column, line(line));
  }

  /** The place where the span begins, with its whole line. */
  public SourceLine at(SourceSpan span) {
    return at(span.line(), span.column());
  }

  /** The span of the characters {@code [from, to)}, offsets from 0; at least one character. */
  public SourceSpan span(int from, int to) {
    int last = Math.max(from, to - 1);
    return new SourceSpan(lineOf(from), columnOf(from), lineOf(last), columnOf(last));
  }

  private int lineOf(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  private int columnOf(int offset) {
    return offset - (offset == 0 ? -1 : text.lastIndexOf('\n', offset - 1));
  }
}
