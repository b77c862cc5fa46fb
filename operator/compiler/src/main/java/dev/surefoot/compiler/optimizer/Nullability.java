// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.expression.ScalarFunction;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.compiler.plan.PlanNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which values may be NULL.
 *
 * @param columns for each column of a row whether it may be
 */
record Nullability(List<Boolean> columns) {
  Nullability {
    columns = List.copyOf(columns);
  }

  /** Of a node's columns: a table's columns are never NULL. */
  static Nullability of(PlanNode node) {
    return switch (node) {
      case PlanNode.Scan scan -> new Nullability(Collections.nCopies(scan.columns().size(), false));
      case PlanNode.Filter filter -> of(filter.input());
      case PlanNode.Sort sort -> of(sort.input());
      case PlanNode.Limit limit -> of(limit.input());
      case PlanNode.Project project -> of(project.input()).through(project.expressions());
      case PlanNode.WindowAggregate aggregate -> of(aggregate);
    };
  }

  private static Nullability of(PlanNode.WindowAggregate aggregate) {
    Nullability input = of(aggregate.input());
    List<Boolean> columns =
        new ArrayList<>(Collections.nCopies(PlanNode.WindowAggregate.WINDOW_COLUMNS, false));
    columns.addAll(input.through(aggregate.keys()).columns());
    aggregate.aggregates().forEach(call -> columns.add(input.mayBeNull(call)));
    return new Nullability(columns);
  }

  private Nullability through(List<NamedExpression> expressions) {
    return new Nullability(
        expressions.stream().map(named -> mayBeNull(named.expression())).toList());
  }

  /** A group has at least one row; an estimate from a sample needs two. */
  private boolean mayBeNull(AggregateCall call) {
    return switch (call.function()) {
      case COUNT -> false;
      case SUM, MIN, MAX, AVG, STDDEV_POP, VAR_POP -> mayBeNull(call.argument().orElseThrow());
      case STDDEV_SAMP, VAR_SAMP -> true;
    };
  }

  /** Whether the expression may be NULL; TRUE where that is not known. */
  boolean mayBeNull(Expression expression) {
    return switch (expression) {
      case Expression.Column column -> columns.get(column.index());
      case Expression.NullLiteral _ -> true;
      case Expression.IsNull _ -> false;
      case Expression.Arithmetic(ArithmeticOp op, var left, var right) ->
          mayBeNull(left) || mayBeNull(right) || (divides(op) && !isNonZero(right));
      case Expression.Case(var branches, var otherwise) ->
          mayBeNull(otherwise) || branches.stream().anyMatch(branch -> mayBeNull(branch.value()));
      case Expression.Cast(var operand, var type) ->
          mayBeNull(operand) || (type == ValueType.INT64 && operand.type() == ValueType.DOUBLE);
      case Expression.Call(var function, var arguments, _) ->
          makesNull(function) || arguments.stream().anyMatch(this::mayBeNull);
      default -> expression.children().stream().anyMatch(this::mayBeNull);
    };
  }

  private static boolean makesNull(ScalarFunction function) {
    return switch (function) {
      case ERRNAME, SIGNAME, SQRT -> true;
      case ABS, SYSCALLNAME, UPPER, LOWER, LENGTH, SUBSTRING, CONCAT, FLOOR, CEIL, ROUND -> false;
    };
  }

  private static boolean divides(ArithmeticOp op) {
    return op == ArithmeticOp.DIVIDE || op == ArithmeticOp.MODULO;
  }

  private static boolean isNonZero(Expression divisor) {
    return switch (divisor) {
      case Expression.IntLiteral(long value) -> value != 0;
      case Expression.DoubleLiteral(double value) -> value != 0;
      default -> false;
    };
  }
}
