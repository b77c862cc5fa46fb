// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.catalog.profile.Operation;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class CostMeasurementKernelTest {
  @Test
  void measuredCostsAreOfTheRightOrder() {

    Map<Operation, Double> costs = new CostMeasurement(new ObjectLoader()).costs();

    assertThat(costs).doesNotContainKey(Operation.USER_EVENT);
    assertThat(costs.get(Operation.CLOCK)).isBetween(2.0, 2000.0);
    assertThat(costs.get(Operation.INSTRUCTION)).isBetween(0.01, 20.0);
    assertThat(costs.get(Operation.HASH_LOOKUP)).isBetween(1.0, 500.0);
    assertThat(costs.get(Operation.HASH_UPDATE)).isGreaterThan(costs.get(Operation.HASH_LOOKUP));
    assertThat(costs.get(Operation.RINGBUF_RESERVE_SUBMIT)).isBetween(2.0, 2000.0);
    assertThat(costs.values()).allMatch(nanos -> nanos >= 0 && nanos < 10_000);
  }
}
