// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.plan;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import java.util.List;

/** What holds for every plan; a plan that breaks it is a bug of the stage that made it. */
final class PlanCheck {
  private PlanCheck() {}

  static void isBoolean(Expression predicate) {
    if (predicate.type() != ValueType.BOOLEAN) {
      throw new IllegalArgumentException(
          "predicate " + ExpressionPrinter.print(predicate) + " is " + predicate.type());
    }
  }

  static void refersTo(List<PlanColumn> available, Expression expression) {
    if (expression instanceof Expression.Column(int index, String name, ValueType type)) {
      if (index < 0 || index >= available.size()) {
        throw new IllegalArgumentException(
            name + "#" + index + " in an input of " + available.size() + " columns");
      }
      ValueType had = available.get(index).type();
      if (had != type) {
        throw new IllegalArgumentException(name + "#" + index + " is " + had + ", not " + type);
      }
    }
    expression.children().forEach(child -> refersTo(available, child));
  }

  static void isTime(List<PlanColumn> available, int timeColumn) {
    if (timeColumn < 0
        || timeColumn >= available.size()
        || available.get(timeColumn).type() != ValueType.INT64) {
      throw new IllegalArgumentException("no time in column " + timeColumn + " of " + available);
    }
  }
}
