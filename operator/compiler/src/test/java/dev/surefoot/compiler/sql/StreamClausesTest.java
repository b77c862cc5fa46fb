// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import dev.surefoot.compiler.diagnostic.SourceSpan;
import dev.surefoot.compiler.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamClausesTest {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "1sec, 1000000000",
    "1 sec, 1000000000",
    "2 secs, 2000000000",
    "1s, 1000000000",
    "3 SECONDS, 3000000000",
    "1 second, 1000000000",
    "250ms, 250000000",
    "1 msec, 1000000",
    "5 milliseconds, 5000000",
    "1.5 s, 1500000000",
    "2min, 120000000000",
    "1 Minute, 60000000000",
    "24 h, 86400000000000"
  })
  void windowHasALength(String length, long nanos) {
    StreamClauses clauses = read("SELECT 1 FROM t WINDOW " + length);
    assertThat(diagnostics).isEmpty();
    assertThat(clauses.window().orElseThrow().nanos()).isEqualTo(nanos);
    assertThat(clauses.standardText().strip()).isEqualTo("SELECT 1 FROM t");
  }

  @Test
  void everythingElseStaysInItsPlace() {
    String text = "SELECT a FROM t\nWINDOW 1\n sec ORDER BY a";
    StreamClauses clauses = read(text);
    assertThat(clauses.standardText()).isEqualTo("SELECT a FROM t\n        \n     ORDER BY a");
    assertThat(clauses.window().orElseThrow().span()).isEqualTo(new SourceSpan(2, 1, 3, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'WINDOW 1 s' FROM t",
        "SELECT \"WINDOW 1 s\" FROM t",
        "SELECT a /* WINDOW 1 s */ FROM t",
        "SELECT a -- WINDOW 1 s\nFROM t",
        "SELECT (WINDOW 1 s) FROM t"
      })
  void windowInsideOfQuotesCommentsAndParenthesesIsNone(String text) {
    assertThat(read(text).window()).isEmpty();
    assertThat(diagnostics).isEmpty();
  }

  @Test
  void windowIsANameBehindAs() {
    assertThat(read("SELECT a AS window FROM t").window()).isEmpty();
    assertThat(diagnostics).isEmpty();
  }

  @Test
  void lastSemicolonIsLeftOut() {
    assertThat(read("SELECT a FROM t ; ").standardText()).isEqualTo("SELECT a FROM t   ");
    assertThat(diagnostics).isEmpty();
  }

  @Test
  void exponentIsNoLength() {
    read("SELECT a FROM t WINDOW 1e99999999999 s");
    assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(DiagnosticCode.SYNTAX);
  }

  @Test
  void fractionOfANanosecondIsNoLength() {
    read("SELECT a FROM t WINDOW 1.0000000001 s");
    assertThat(diagnostics)
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.WINDOW_OUT_OF_RANGE);
  }

  @Test
  void freeWordIsDisguisedWhereItIsNotCalled() {
    String standard = read("SELECT count(*) AS count FROM t").standardText();
    assertThat(standard).startsWith("SELECT count(*) AS ").hasSize(31);
    String disguised = standard.substring(19, 24);
    assertThat(disguised).isNotEqualTo("count").endsWith("ount");
    assertThat(FreeWords.restored(disguised)).isEqualTo("count");
  }

  private StreamClauses read(String text) {
    return StreamClauses.read(new SourceText("test", text), diagnostics);
  }
}
