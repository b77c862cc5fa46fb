// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollIntervalTest {
  private static final long RING = 1 << 20;

  private final PollInterval interval =
      new PollInterval(Duration.ofMillis(1), Duration.ofMillis(10));

  @Test
  void growsToTheLongestWhileLittleComes() {
    long last = 0;
    for (int i = 0; i < 50; i++) {
      long next = interval.next(0, RING);
      assertThat(next).isGreaterThanOrEqualTo(last);
      last = next;
    }
    assertThat(last).isEqualTo(10_000_000);
  }

  @Test
  void shrinksToTheShortestWhileTheRingFills() {
    growsToTheLongestWhileLittleComes();
    for (int i = 0; i < 10; i++) {
      interval.next(RING / 2, RING);
    }
    assertThat(interval.next(RING / 2, RING)).isEqualTo(1_000_000);
  }

  @Test
  void staysWhereTheFillIsRight() {
    long before = interval.next(0, RING);
    assertThat(interval.next(RING / 16, RING)).isEqualTo(before);
  }

  @Test
  void refusesBoundsInTheWrongOrder() {
    assertThatThrownBy(() -> new PollInterval(Duration.ofMillis(2), Duration.ofMillis(1)))
        .hasMessageContaining("PT0.002S");
  }
}
