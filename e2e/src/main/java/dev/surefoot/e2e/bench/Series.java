// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.util.List;

/** Measured values, sorted. */
public record Series(List<Double> values) {
  public Series {
    values = values.stream().sorted().toList();
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a series has at least one value");
    }
  }

  /** A series of these values. */
  public static Series of(List<Double> values) {
    return new Series(values);
  }

  /** The middle value, or the mean of the two. */
  public double median() {
    int half = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(half)
        : (values.get(half - 1) + values.get(half)) / 2;
  }

  /** The smallest value. */
  public double low() {
    return values.getFirst();
  }

  /** The largest value. */
  public double high() {
    return values.getLast();
  }
}
