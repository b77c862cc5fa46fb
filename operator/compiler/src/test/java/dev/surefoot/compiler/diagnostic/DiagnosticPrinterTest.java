// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {
  private static final SourceText TEXT =
      new SourceText("q.sql", "SELECT pidd,\n\tcount\nFROM system_calls");
  private static final Diagnostic UNKNOWN =
      Diagnostic.error(
              DiagnosticCode.UNKNOWN_COLUMN, new SourceSpan(1, 8, 1, 11), "unknown column 'pidd'")
          .withHint("did you mean 'pid'?");

  @Test
  void wrongPartIsUnderlined() {
    assertThat(plain(UNKNOWN))
        .isEqualTo(
            """
            error: unknown column 'pidd' [UNKNOWN_COLUMN]
              --> q.sql:1:8
               |
             1 | SELECT pidd,
               |        ^^^^
               = did you mean 'pid'?
            """);
  }

  @Test
  void tabTakesOneColumn() {
    Diagnostic here = Diagnostic.warning(DiagnosticCode.SYNTAX, new SourceSpan(2, 2, 2, 6), "what");
    assertThat(plain(here)).contains(" 2 |  count\n   |  ^^^^^\n").startsWith("warning: what");
  }

  @Test
  void spanOfSeveralLinesIsUnderlinedToTheEndOfTheFirst() {
    Diagnostic here = Diagnostic.error(DiagnosticCode.SYNTAX, new SourceSpan(1, 8, 2, 3), "what");
    assertThat(plain(here)).contains("   |        ^^^^^\n");
  }

  @Test
  void placeBehindTheTextHasItsCaret() {
    Diagnostic here = Diagnostic.error(DiagnosticCode.SYNTAX, SourceSpan.at(3, 18), "ends");
    assertThat(plain(here)).contains(" 3 | FROM system_calls\n   |                  ^\n");
  }

  @Test
  void severalAreSetApart() {
    String printed = new DiagnosticPrinter(TEXT, false).print(List.of(UNKNOWN, UNKNOWN));
    assertThat(printed).contains("'pid'?\n\nerror:");
  }

  @Test
  void coloursAreOnlyAdded() {
    String colourful = new DiagnosticPrinter(TEXT, true).print(UNKNOWN);
    assertThat(colourful).contains("\u001b[1;31merror\u001b[0m");
    assertThat(colourful.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain(UNKNOWN));
  }

  private static String plain(Diagnostic diagnostic) {
    return new DiagnosticPrinter(TEXT, false).print(diagnostic);
  }
}
