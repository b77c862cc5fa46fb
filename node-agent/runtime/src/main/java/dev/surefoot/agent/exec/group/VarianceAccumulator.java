// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import dev.surefoot.agent.exec.value.Row;
import java.math.BigInteger;

/**
 * VAR and STDDEV: the count, the sum in two words, the sum of squares in three. A variance is
 * {@code (n * squares - sum^2) / (n * n)}, of a sample {@code / (n * (n - 1))}, rounded once.
 */
record VarianceAccumulator(boolean sample, boolean deviation) implements Accumulator {
  @Override
  public int words() {
    return 6;
  }

  @Override
  public boolean add(WindowGroups groups, int group, int at, Row arguments, int column) {
    if (!arguments.isNull(column)) {
      long[] words = groups.table().words();
      words[at]++;
      WideSum.add(words, at + 1, arguments.number(column));
      WideSum.addSquare(words, at + 3, arguments.number(column));
    }
    return true;
  }

  @Override
  public void finish(WindowGroups groups, int at, Row out, int column) {
    long[] words = groups.table().words();
    long count = words[at];
    if (count <= (sample ? 1 : 0)) {
      out.setNull(column);
      return;
    }
    BigInteger n = BigInteger.valueOf(count);
    BigInteger sum = WideSum.value(words, at + 1, 2);
    BigInteger squares = WideSum.value(words, at + 3, 3);
    double variance =
        ExactQuotient.of(
            n.multiply(squares).subtract(sum.multiply(sum)),
            n.multiply(sample ? n.subtract(BigInteger.ONE) : n));
    out.setReal(column, deviation ? Math.sqrt(variance) : variance);
  }
}
