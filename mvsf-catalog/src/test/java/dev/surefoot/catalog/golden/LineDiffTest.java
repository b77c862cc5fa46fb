// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  @Test
  void changedLineIsShownBetweenItsNeighbours() {
    assertThat(LineDiff.of(List.of("a", "b", "c"), List.of("a", "x", "c")))
        .isEqualTo("  a\n- b\n+ x\n  c\n");
  }

  @Test
  void addedAndRemovedLinesAtTheEnds() {
    assertThat(LineDiff.of(List.of("a", "b"), List.of("b", "c"))).isEqualTo("- a\n  b\n+ c\n");
  }

  @Test
  void missingFileFailsAndSaysHowToAccept() {
    assertThatThrownBy(() -> Golden.check("no/such_case", "x"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("golden.update=true");
  }
}
