// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.Expression;
import java.util.Optional;

/** A rewrite of an expression that keeps type and value, NULL included. */
interface ExpressionRule {
  /** The expression to have instead; empty where the rule does not fire. */
  Optional<Expression> apply(Expression expression, Nullability nullability);
}
