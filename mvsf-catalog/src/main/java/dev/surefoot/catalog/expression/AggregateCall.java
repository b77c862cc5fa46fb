// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.expression;

import java.util.Optional;

/**
 * One aggregate of a group.
 *
 * @param argument an INT64 expression over the input row; TEXT too for COUNT, MIN and MAX; empty
 *     for {@code COUNT(*)}
 * @param distinct whether equal values count once
 */
public record AggregateCall(
    AggregateFunction function, Optional<Expression> argument, boolean distinct, String name) {
  /** Type of the result. */
  public ValueType type() {
    return switch (function) {
      case COUNT, SUM -> ValueType.INT64;
      case MIN, MAX -> argument.orElseThrow().type();
      case AVG, STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP -> ValueType.DOUBLE;
    };
  }
}
