// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.Row;

/** An INT64 expression. */
@FunctionalInterface
public interface LongExpression {
  /** The value; where it is NULL any number, and the row is marked. */
  long evaluate(Row row);
}
