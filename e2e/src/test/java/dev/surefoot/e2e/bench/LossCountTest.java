// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossCountTest {
  @Test
  void everyPeerSaysItInItsOwnWords() {
    assertThat(LossCount.of(List.of("{\"rows\": 9, \"lost\": 64, \"recursionMisses\": 3}")))
        .isEqualTo(67);
    assertThat(LossCount.of(List.of("Lost 10 events", "Attaching", "Lost 5 events"))).isEqualTo(15);
    assertThat(LossCount.of(List.of("9 rows in 2 s", "lost: 1,234 (ring full 1,234)")))
        .isEqualTo(1234);
  }

  @Test
  void nothingSaidIsNothingLost() {
    assertThat(LossCount.of(List.of("ready"))).isZero();
  }
}
