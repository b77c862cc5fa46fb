// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

/** How often a branch's condition holds. */
public enum Likelihood {
  LIKELY(0.95),
  EVEN(0.5),
  UNLIKELY(0.05);

  private final double probability;

  Likelihood(double probability) {
    this.probability = probability;
  }

  /** Assumed share of runs in which the condition holds. */
  public double probability() {
    return probability;
  }

  /** The likelihood of the opposite condition. */
  public Likelihood opposite() {
    return switch (this) {
      case LIKELY -> UNLIKELY;
      case EVEN -> EVEN;
      case UNLIKELY -> LIKELY;
    };
  }
}
