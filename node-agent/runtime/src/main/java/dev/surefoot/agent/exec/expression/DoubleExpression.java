// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.Row;

/** A DOUBLE expression. */
@FunctionalInterface
public interface DoubleExpression {
  /** The value; where it is NULL any number, and the row is marked. */
  double evaluate(Row row);
}
