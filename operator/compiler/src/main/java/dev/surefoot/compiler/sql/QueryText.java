// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import dev.surefoot.compiler.diagnostic.SourceSpan;
import dev.surefoot.compiler.diagnostic.SourceText;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** From places in the parse tree to places in the user's text. */
record QueryText(SourceText source) {
  SourceSpan span(SqlNode node) {
    return span(node.getParserPosition());
  }

  SourceSpan span(SqlParserPos pos) {
    int line = Math.max(1, pos.getLineNum());
    int column = Math.max(1, pos.getColumnNum());
    boolean ordered =
        pos.getEndLineNum() > line
            || (pos.getEndLineNum() == line && pos.getEndColumnNum() >= column);
    return ordered
        ? new SourceSpan(line, column, pos.getEndLineNum(), pos.getEndColumnNum())
        : SourceSpan.at(line, column);
  }

  SourceLine line(SqlNode node) {
    return source.at(span(node));
  }

  Diagnostic error(DiagnosticCode code, SqlNode node, String message) {
    return Diagnostic.error(code, span(node), message);
  }

  /** The text of a node as the user wrote it, runs of spaces as one, parentheses in pairs. */
  String snippet(SqlNode node) {
    SourceSpan span = span(node);
    int from = offset(span.line(), span.column());
    int to = offset(span.endLine(), span.endColumn()) + 1;
    String text = source.text();
    int opened = open(text.substring(from, Math.min(to, text.length())));
    while (opened < 0 && from > 0) {
      from--;
      opened += text.charAt(from) == '(' ? 1 : 0;
    }
    while (opened > 0 && to < text.length()) {
      opened -= text.charAt(to) == ')' ? 1 : 0;
      to++;
    }
    return text.substring(from, Math.min(to, text.length())).replaceAll("\\s+", " ");
  }

  private int offset(int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = source.text().indexOf('\n', start) + 1;
    }
    return start + column - 1;
  }

  /** Parentheses that the text opens and does not close, or the other way round as a negative. */
  private static int open(String text) {
    int depth = 0;
    int lowest = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '\'';
      if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        lowest = Math.min(lowest, depth);
      }
    }
    return lowest < 0 ? lowest : depth;
  }
}
