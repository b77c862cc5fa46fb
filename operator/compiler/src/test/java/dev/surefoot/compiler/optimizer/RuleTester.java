// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.compiler.plan.ExpressionPrinter;
import dev.surefoot.compiler.plan.PlanColumn;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.plan.PlanPrinter;
import java.util.List;
import java.util.Optional;

/** Applies one rule once, and checks what every rule must keep. */
final class RuleTester {
  private RuleTester() {}

  static OfPlan on(PlanRule rule, PlanNode node) {
    return new OfPlan(node, rule.apply(node));
  }

  /** On an expression over the columns of system_calls, none of which is ever NULL. */
  static OfExpression on(ExpressionRule rule, String sql) {
    var expression = TestingPlans.expression(sql);
    var changed = rule.apply(expression, Nullability.of(TestingPlans.SCAN));
    changed.ifPresent(now -> assertThat(now.type()).isEqualTo(expression.type()));
    return new OfExpression(changed.map(ExpressionPrinter::print));
  }

  /** What a rule made of a plan. */
  record OfPlan(PlanNode before, Optional<PlanNode> after) {
    void becomes(String printed) {
      assertThat(after).isPresent();
      assertThat(PlanPrinter.print(after.get())).isEqualTo(printed);
      assertThat(shape(after.get())).isEqualTo(shape(before));
    }

    void doesNotFire() {
      assertThat(after).isEmpty();
    }

    private static List<PlanColumn> shape(PlanNode node) {
      return node.columns().stream()
          .map(column -> PlanColumn.computed(column.name(), column.type()))
          .toList();
    }
  }

  /** What a rule made of an expression. */
  record OfExpression(Optional<String> after) {
    void becomes(String printed) {
      assertThat(after).contains(printed);
    }

    void doesNotFire() {
      assertThat(after).isEmpty();
    }
  }
}
