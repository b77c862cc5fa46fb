// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.asm.SourceLine;
import org.junit.jupiter.api.Test;

class SourceTextTest {
  private static final SourceText TEXT = new SourceText("q.sql", "SELECT a\r\nFROM b\n\nWHERE c");

  @Test
  void linesHaveNoEnds() {
    assertThat(TEXT.lines()).containsExactly("SELECT a", "FROM b", "", "WHERE c");
  }

  @Test
  void lineBehindTheLastIsEmpty() {
    assertThat(TEXT.line(5)).isEmpty();
    assertThat(TEXT.line(0)).isEmpty();
  }

  @Test
  void placeBringsItsLine() {
    assertThat(TEXT.at(2, 6)).isEqualTo(new SourceLine(2, 6, "FROM b"));
  }

  @Test
  void offsetsBecomeLinesAndColumns() {
    assertThat(TEXT.span(0, 6)).isEqualTo(new SourceSpan(1, 1, 1, 6));
    assertThat(TEXT.span(10, 14)).isEqualTo(new SourceSpan(2, 1, 2, 4));
    assertThat(TEXT.span(7, 16)).isEqualTo(new SourceSpan(1, 8, 2, 6));
  }

  @Test
  void emptyRangeIsOneCharacter() {
    assertThat(TEXT.span(3, 3)).isEqualTo(SourceSpan.at(1, 4));
  }
}
