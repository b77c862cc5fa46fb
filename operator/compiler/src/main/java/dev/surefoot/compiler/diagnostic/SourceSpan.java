// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.diagnostic;

import java.util.Comparator;

/**
 * A stretch of text. Lines and columns count from 1, columns in UTF-16 units; the end is the last
 * character's place, not the one behind it.
 */
public record SourceSpan(int line, int column, int endLine, int endColumn)
    implements Comparable<SourceSpan> {
  public SourceSpan {
    if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
      throw new IllegalArgumentException(
          "no span " + line + ":" + column + " to " + endLine + ":" + endColumn);
    }
  }

  /** One character. */
  public static SourceSpan at(int line, int column) {
    return new SourceSpan(line, column, line, column);
  }

  /** In the order of their beginnings, then of their ends. */
  @Override
  public int compareTo(SourceSpan other) {
    return Comparator.comparingInt(SourceSpan::line)
        .thenComparingInt(SourceSpan::column)
        .thenComparingInt(SourceSpan::endLine)
        .thenComparingInt(SourceSpan::endColumn)
        .compare(this, other);
  }
}
