// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.expression;

/**
 * Aggregates. All are exact and do not depend on the order of rows, so that any split gives the
 * same bits: sums of INT64 wrap at 64 bits; AVG, VAR_POP and VAR_SAMP are the DOUBLE nearest to the
 * exact value; a STDDEV is {@link Math#sqrt} of its VAR. NULLs do not count; over no values COUNT
 * is 0 and the others are NULL, as are the SAMP forms over one value.
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
