// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.exec.value.TextValue;

/** A TEXT expression. */
@FunctionalInterface
public interface TextExpression {
  /**
   * The value, valid until the next evaluation; {@code null} where it is NULL. The row's mark
   * stays.
   */
  TextValue evaluate(Row row);
}
