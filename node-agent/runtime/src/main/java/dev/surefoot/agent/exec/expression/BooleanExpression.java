// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.Row;

/** A three-valued BOOLEAN expression. */
@FunctionalInterface
public interface BooleanExpression {
  /** {@link Truth#FALSE}, {@link Truth#TRUE} or {@link Truth#UNKNOWN}; the row's mark stays. */
  int evaluate(Row row);
}
