// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import static dev.surefoot.compiler.split.TestingPlans.call;
import static dev.surefoot.compiler.split.TestingPlans.equal;
import static dev.surefoot.compiler.split.TestingPlans.latency;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ScalarFunction;
import dev.surefoot.catalog.expression.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelExpressibleTest {
  private static final Expression ZERO = new Expression.IntLiteral(0);
  private static final Expression TWO = new Expression.IntLiteral(2);

  private static Expression divide(Expression by) {
    return new Expression.Arithmetic(ArithmeticOp.DIVIDE, latency(), by);
  }

  private static Expression commIs(ComparisonOp op, String text) {
    return new Expression.Comparison(op, call("comm"), new Expression.TextLiteral(text));
  }

  @Test
  void arithmeticOfColumnsIs() {
    assertThat(KernelExpressible.integer(latency())).isTrue();
    assertThat(KernelExpressible.integer(new Expression.Negate(latency()))).isTrue();
  }

  @Test
  void divisionIsOnlyWhereItCannotGiveNull() {
    assertThat(KernelExpressible.integer(divide(TWO))).isTrue();
    assertThat(KernelExpressible.integer(divide(ZERO))).isFalse();
    assertThat(KernelExpressible.integer(divide(call("pid")))).isFalse();
  }

  @Test
  void functionsAndDoublesAreNot() {
    Expression name =
        new Expression.Call(
            ScalarFunction.SYSCALLNAME, List.of(call("syscall_number")), ValueType.TEXT);

    assertThat(KernelExpressible.integer(name)).isFalse();
    assertThat(KernelExpressible.integer(new Expression.DoubleLiteral(0.5))).isFalse();
  }

  @Test
  void equalityWithAShortTextIs() {
    assertThat(KernelExpressible.predicate(commIs(ComparisonOp.EQUAL, "bash"))).isTrue();
    assertThat(KernelExpressible.predicate(commIs(ComparisonOp.NOT_EQUAL, "bash"))).isTrue();
  }

  @Test
  void otherComparisonsOfTextAreNot() {
    assertThat(KernelExpressible.predicate(commIs(ComparisonOp.LESS, "bash"))).isFalse();
    assertThat(KernelExpressible.predicate(commIs(ComparisonOp.EQUAL, "x".repeat(17)))).isFalse();
    assertThat(KernelExpressible.predicate(commIs(ComparisonOp.EQUAL, "m\u00fcll"))).isFalse();
    assertThat(KernelExpressible.predicate(commIs(ComparisonOp.EQUAL, "a\u0000b"))).isFalse();
  }

  @Test
  void connectivesAreWhereAllTheirPartsAre() {
    Expression pid = equal(call("pid"), 1);
    Expression like = new Expression.Like(call("comm"), "b%");

    assertThat(KernelExpressible.predicate(new Expression.Or(List.of(pid, pid)))).isTrue();
    assertThat(KernelExpressible.predicate(new Expression.Not(pid))).isTrue();
    assertThat(KernelExpressible.predicate(new Expression.Or(List.of(pid, like)))).isFalse();
    assertThat(KernelExpressible.predicate(new Expression.IsNull(call("pid")))).isFalse();
  }
}
