// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OpenSpansTest {
  @Property(tries = 50)
  void behavesAsAMap(@ForAll long seed) {
    Random random = new Random(seed);
    OpenSpans spans = new OpenSpans(1, 100_000);
    Map<Long, Long> model = new HashMap<>();
    int keys = 1 + random.nextInt(5000);
    for (int step = 0; step < 20_000; step++) {
      long key = random.nextInt(keys) * 4096L - 7;
      if (random.nextInt(5000) == 0) {
        assertThat(spans.abandon()).isEqualTo(model.size());
        model.clear();
      } else if (random.nextBoolean()) {
        int at = spans.open(key);
        spans.words()[at] = step;
        model.put(key, (long) step);
      } else {
        int at = spans.close(key);
        assertThat(at < 0 ? null : spans.words()[at]).isEqualTo(model.remove(key));
      }
      assertThat(spans.open()).isEqualTo(model.size());
    }
  }

  @Test
  void deadKeysDoNotMakeTheTableGrow() {
    OpenSpans spans = new OpenSpans(1, 100);
    int words = spans.words().length;
    for (long key = 0; key < 100_000; key++) {
      assertThat(spans.open(key)).isNotNegative();
      assertThat(spans.close(key)).isNotNegative();
    }
    assertThat(spans.words()).hasSize(words);
  }

  @Test
  void boundedInOpenSpans() {
    OpenSpans spans = new OpenSpans(1, 600);
    int kept = 0;
    for (long key = 0; key < 5000; key++) {
      kept += spans.open(key) >= 0 ? 1 : 0;
    }
    assertThat(kept).isBetween(600, 1024).isEqualTo(spans.open());
  }
}
