// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.expression.Expression.And;
import dev.surefoot.catalog.expression.Expression.Arithmetic;
import dev.surefoot.catalog.expression.Expression.Case;
import dev.surefoot.catalog.expression.Expression.Column;
import dev.surefoot.catalog.expression.Expression.Comparison;
import dev.surefoot.catalog.expression.Expression.IntLiteral;
import dev.surefoot.catalog.expression.Expression.Not;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {
  private static final Expression A = new Column(0, "a", ValueType.INT64);
  private static final Expression B = new Column(1, "b", ValueType.INT64);
  private static final Expression ONE = new IntLiteral(1);
  private static final Expression A_LESS_B = new Comparison(ComparisonOp.LESS, A, B);

  @Test
  void withItsOwnChildrenAnExpressionIsItself() {
    Expression choice =
        new Case(List.of(new Case.Branch(A_LESS_B, A), new Case.Branch(new Not(A_LESS_B), B)), ONE);

    assertThat(choice.withChildren(choice.children())).isEqualTo(choice);
    assertThat(choice.children()).hasSize(5);
  }

  @Test
  void rewriteVisitsOperandsFirst() {
    Expression sum = new Arithmetic(ArithmeticOp.ADD, ONE, ONE);
    Expression doubled = new Arithmetic(ArithmeticOp.ADD, sum, ONE);

    Expression folded =
        doubled.rewrite(
            part ->
                part instanceof Arithmetic(_, IntLiteral(long l), IntLiteral(long r))
                    ? new IntLiteral(l + r)
                    : part);

    assertThat(folded).isEqualTo(new IntLiteral(3));
  }

  @Test
  void overReplacesColumnsByPlace() {
    assertThat(A_LESS_B.over(List.of(ONE, A))).isEqualTo(new Comparison(ComparisonOp.LESS, ONE, A));
  }

  @Test
  void columnIndexesAreDistinctAndAscending() {
    Expression both = new And(List.of(new Comparison(ComparisonOp.LESS, B, A), A_LESS_B));

    assertThat(both.columnIndexes()).containsExactly(0, 1);
  }
}
