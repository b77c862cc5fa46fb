// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void medianOfOddAndEvenCounts() {
    assertThat(Series.of(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2.0);
    assertThat(Series.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
  }

  @Test
  void spread() {
    Series series = Series.of(List.of(3.0, 1.0, 2.0));
    assertThat(series.low()).isEqualTo(1.0);
    assertThat(series.high()).isEqualTo(3.0);
  }

  @Test
  void emptySeriesHaveNoMedian() {
    assertThatThrownBy(() -> Series.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
