// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.plan;

import dev.surefoot.catalog.expression.Expression;
import java.util.List;

/** A predicate as its parts that all must be TRUE. */
public final class Conjunction {
  private Conjunction() {}

  /** The parts, nested conjunctions taken apart; a list of one where the predicate is none. */
  public static List<Expression> parts(Expression predicate) {
    return predicate instanceof Expression.And(var operands)
        ? operands.stream().flatMap(operand -> parts(operand).stream()).toList()
        : List.of(predicate);
  }

  /** The conjunction of the parts: TRUE of none, the part itself of one. */
  public static Expression of(List<Expression> parts) {
    return switch (parts.size()) {
      case 0 -> new Expression.BooleanLiteral(true);
      case 1 -> parts.getFirst();
      default -> new Expression.And(parts);
    };
  }
}
