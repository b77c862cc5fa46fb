// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class WideSumTest {
  @Property
  void sumsAreThoseOfIntegersOfAnySize(@ForAll List<Long> values) {
    long[] words = new long[7];
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    for (long value : values) {
      WideSum.add(words, 1, value);
      WideSum.addSquare(words, 3, value);
      BigInteger exact = BigInteger.valueOf(value);
      sum = sum.add(exact);
      squares = squares.add(exact.multiply(exact));
    }
    assertThat(WideSum.value(words, 1, 2)).isEqualTo(sum);
    assertThat(WideSum.value(words, 3, 3)).isEqualTo(squares);
    assertThat(words[0] + words[6]).isZero();
  }

  @Property
  void highWordComesFromUpperHalves(@ForAll List<Long> values) {
    long[] words = new long[2];
    long upperHalves = 0;
    for (long value : values) {
      WideSum.add(words, 0, value);
      upperHalves += value >> 32;
    }
    assertThat(WideSum.highWord(words[0], upperHalves)).isEqualTo(words[1]);
  }

  @Test
  void manyLargeSquaresFit() {
    long[] words = new long[3];
    for (int i = 0; i < 100; i++) {
      WideSum.addSquare(words, 0, Long.MIN_VALUE);
    }
    assertThat(WideSum.value(words, 0, 3))
        .isEqualTo(BigInteger.TWO.pow(126).multiply(BigInteger.valueOf(100)));
  }

  @Property
  void quotientIsTheNearestDouble(
      @ForAll long high, @ForAll long low, @ForAll @LongRange(min = 1) long count) {
    BigInteger sum = WideSum.value(new long[] {low, high}, 0, 2);
    double nearest =
        new BigDecimal(sum).divide(new BigDecimal(count), new MathContext(200)).doubleValue();
    assertThat(ExactQuotient.of(high, low, count) + 0.0).isEqualTo(nearest + 0.0);
  }

  @Property
  void quotientOfSmallNumbersIsTheNearestDouble(
      @ForAll @NotEmpty List<@LongRange(min = -1000, max = 1000) Long> values) {
    long sum = values.stream().mapToLong(Long::longValue).sum();
    assertThat(ExactQuotient.of(sum >> 63, sum, values.size()))
        .isEqualTo((double) sum / values.size());
  }
}
