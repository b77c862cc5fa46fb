// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import dev.surefoot.catalog.expression.AggregateCall;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;

/** An aggregate of all values of a group at once. */
final class AggregateEvaluator {
  /** More digits than tell any quotient of the sums from the middle of two DOUBLEs. */
  private static final MathContext DIGITS = new MathContext(300);

  private AggregateEvaluator() {}

  /**
   * @param values of the argument in every row of the group; NULLs do not count
   */
  static Object evaluate(AggregateCall call, List<Object> values) {
    List<Object> counted = values.stream().filter(value -> value != null).toList();
    if (call.distinct()) {
      counted = counted.stream().distinct().toList();
    }
    return switch (call.function()) {
      case COUNT -> (long) counted.size();
      case SUM -> counted.isEmpty() ? null : (Long) sum(counted).longValue();
      case MIN -> counted.isEmpty() ? null : Collections.min(counted, ValueOrder.ASCENDING);
      case MAX -> counted.isEmpty() ? null : Collections.max(counted, ValueOrder.ASCENDING);
      case AVG ->
          counted.isEmpty() ? null : quotient(sum(counted), BigInteger.valueOf(counted.size()));
      case VAR_POP -> variance(counted, 0);
      case VAR_SAMP -> variance(counted, 1);
      case STDDEV_POP -> root(variance(counted, 0));
      case STDDEV_SAMP -> root(variance(counted, 1));
    };
  }

  private static BigInteger sum(List<Object> values) {
    return values.stream()
        .map(value -> BigInteger.valueOf((Long) value))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** {@code (n * sum(x^2) - sum(x)^2) / (n * (n - lost))}, rounded once. */
  private static Double variance(List<Object> values, int lost) {
    if (values.size() <= lost) {
      return null;
    }
    BigInteger n = BigInteger.valueOf(values.size());
    BigInteger squares =
        values.stream()
            .map(value -> BigInteger.valueOf((Long) value).pow(2))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return quotient(
        n.multiply(squares).subtract(sum(values).pow(2)),
        n.multiply(n.subtract(BigInteger.valueOf(lost))));
  }

  private static Double root(Double variance) {
    return variance == null ? null : (Double) Math.sqrt(variance);
  }

  private static Double quotient(BigInteger dividend, BigInteger divisor) {
    return new BigDecimal(dividend).divide(new BigDecimal(divisor), DIGITS).doubleValue();
  }
}
