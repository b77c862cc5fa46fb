// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.expression;

/**
 * Aggregates. All are exact and do not depend on the order of rows, so that any split gives the
 * same bits: sums of INT64 wrap at 64 bits; AVG divides the exact 128-bit sum once; the STDDEV and
 * VAR forms come from exact 128-bit sums of values and of squares. NULLs do not count; over no
 * values COUNT is 0 and the others are NULL.
 */
public enum AggregateFunction {
  COUNT,
  SUM,
  MIN,
  MAX,
  AVG,
  STDDEV_POP,
  STDDEV_SAMP,
  VAR_POP,
  VAR_SAMP
}
