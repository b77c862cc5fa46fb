// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlLikeOperator;

/** Validated parse trees to expressions over the rows of a scope. */
final class ExpressionTranslator {
  private final Scope scope;
  private final QueryText text;
  private final List<Diagnostic> diagnostics;
  private final FunctionTranslator functions = new FunctionTranslator(this);

  ExpressionTranslator(Scope scope, QueryText text, List<Diagnostic> diagnostics) {
    this.scope = scope;
    this.text = text;
    this.diagnostics = diagnostics;
  }

  /** The expression. */
  Expression translate(SqlNode node) {
    return scope.find(node).orElseGet(() -> compute(node));
  }

  /** The expression as a condition. */
  Expression condition(SqlNode node) {
    return Coercion.to(ValueType.BOOLEAN, translate(node));
  }

  private Expression compute(SqlNode node) {
    return switch (node) {
      case SqlLiteral literal -> Literals.translate(literal);
      case SqlCase sqlCase -> caseOf(sqlCase);
      case SqlCall call -> call(call);
      default -> throw new IllegalStateException("nothing known of " + node);
    };
  }

  private Expression call(SqlCall call) {
    return switch (call.getKind()) {
      case PLUS -> arithmetic(ArithmeticOp.ADD, call);
      case MINUS -> arithmetic(ArithmeticOp.SUBTRACT, call);
      case TIMES -> arithmetic(ArithmeticOp.MULTIPLY, call);
      case DIVIDE -> arithmetic(ArithmeticOp.DIVIDE, call);
      case MOD -> arithmetic(ArithmeticOp.MODULO, call);
      case PLUS_PREFIX -> translate(call.operand(0));
      case MINUS_PREFIX -> negated(call.operand(0));
      case EQUALS -> comparison(ComparisonOp.EQUAL, call);
      case NOT_EQUALS -> comparison(ComparisonOp.NOT_EQUAL, call);
      case LESS_THAN -> comparison(ComparisonOp.LESS, call);
      case LESS_THAN_OR_EQUAL -> comparison(ComparisonOp.LESS_OR_EQUAL, call);
      case GREATER_THAN -> comparison(ComparisonOp.GREATER, call);
      case GREATER_THAN_OR_EQUAL -> comparison(ComparisonOp.GREATER_OR_EQUAL, call);
      case AND -> new Expression.And(conditions(call));
      case OR -> new Expression.Or(conditions(call));
      case NOT -> new Expression.Not(condition(call.operand(0)));
      case IS_NULL -> new Expression.IsNull(translate(call.operand(0)));
      case IS_UNKNOWN -> new Expression.IsNull(condition(call.operand(0)));
      case IS_NOT_NULL -> new Expression.Not(new Expression.IsNull(translate(call.operand(0))));
      case IS_TRUE -> isTrue(condition(call.operand(0)));
      case IS_NOT_TRUE -> new Expression.Not(isTrue(condition(call.operand(0))));
      case IS_FALSE -> isTrue(new Expression.Not(condition(call.operand(0))));
      case IS_NOT_FALSE ->
          new Expression.Not(isTrue(new Expression.Not(condition(call.operand(0)))));
      case IS_NOT_DISTINCT_FROM -> same(call);
      case IS_DISTINCT_FROM -> new Expression.Not(same(call));
      case BETWEEN -> between(call);
      case IN -> in(call);
      case NOT_IN -> new Expression.Not(in(call));
      case LIKE -> like(call);
      case CAST -> cast(call);
      default -> functions.translate(call);
    };
  }

  Expression arithmetic(ArithmeticOp op, SqlCall call) {
    List<Expression> operands = unified(call, translated(call.getOperandList()));
    return new Expression.Arithmetic(op, operands.get(0), operands.get(1));
  }

  List<Expression> translated(List<SqlNode> nodes) {
    return nodes.stream().map(this::translate).toList();
  }

  /** The operands of a node as one type; reported where they have none in common. */
  List<Expression> unified(SqlNode node, List<Expression> operands) {
    if (Coercion.isPossible(operands)) {
      return Coercion.unified(operands);
    }
    String types =
        operands.stream()
            .map(operand -> TypeWords.of(operand.type()))
            .distinct()
            .collect(Collectors.joining(" and "));
    diagnostics.add(
        text.error(DiagnosticCode.TYPE_MISMATCH, node, types + " do not go together")
            .withHint("CAST(… AS VARCHAR) makes a text of a number"));
    ValueType type = operands.getFirst().type();
    return operands.stream().<Expression>map(_ -> new Expression.NullLiteral(type)).toList();
  }

  private Expression negated(SqlNode operand) {
    return operand instanceof SqlNumericLiteral literal
        ? Literals.number(literal, true)
        : new Expression.Negate(translate(operand));
  }

  private Expression comparison(ComparisonOp op, SqlCall call) {
    return comparison(op, call, translate(call.operand(0)), translate(call.operand(1)));
  }

  Expression comparison(ComparisonOp op, SqlNode node, Expression left, Expression right) {
    List<Expression> operands = unified(node, List.of(left, right));
    if (operands.getFirst().type() == ValueType.BOOLEAN) {
      diagnostics.add(
          text.error(DiagnosticCode.TYPE_MISMATCH, node, "truth values are not compared")
              .withHint("use the condition itself, or IS TRUE, IS FALSE"));
    }
    return new Expression.Comparison(op, operands.get(0), operands.get(1));
  }

  private List<Expression> conditions(SqlCall call) {
    return call.getOperandList().stream().map(this::condition).toList();
  }

  /** FALSE too where the condition is NULL. */
  private static Expression isTrue(Expression condition) {
    return new Expression.Case(
        List.of(new Expression.Case.Branch(condition, new Expression.BooleanLiteral(true))),
        new Expression.BooleanLiteral(false));
  }

  /** Equality for which two NULLs are the same. */
  private Expression same(SqlCall call) {
    Expression left = translate(call.operand(0));
    Expression right = translate(call.operand(1));
    return new Expression.Case(
        List.of(
            new Expression.Case.Branch(new Expression.IsNull(left), new Expression.IsNull(right)),
            new Expression.Case.Branch(
                new Expression.IsNull(right), new Expression.BooleanLiteral(false))),
        comparison(ComparisonOp.EQUAL, call, left, right));
  }

  private Expression between(SqlCall call) {
    Expression value = translate(call.operand(0));
    Expression inside =
        new Expression.And(
            List.of(
                comparison(ComparisonOp.GREATER_OR_EQUAL, call, value, translate(call.operand(1))),
                comparison(ComparisonOp.LESS_OR_EQUAL, call, value, translate(call.operand(2)))));
    boolean negated = ((SqlBetweenOperator) call.getOperator()).isNegated();
    return negated ? new Expression.Not(inside) : inside;
  }

  private Expression in(SqlCall call) {
    Expression value = translate(call.operand(0));
    List<Expression> equal = new ArrayList<>();
    for (SqlNode element : (SqlNodeList) call.operand(1)) {
      equal.add(comparison(ComparisonOp.EQUAL, element, value, translate(element)));
    }
    return equal.size() == 1 ? equal.getFirst() : new Expression.Or(equal);
  }

  private Expression like(SqlCall call) {
    Expression like =
        new Expression.Like(
            Coercion.to(ValueType.TEXT, translate(call.operand(0))),
            ((SqlLiteral) call.operand(1)).getValueAs(String.class));
    boolean negated = ((SqlLikeOperator) call.getOperator()).isNegated();
    return negated ? new Expression.Not(like) : like;
  }

  private Expression caseOf(SqlCase sqlCase) {
    List<Expression> values =
        unified(
            sqlCase,
            Stream.concat(sqlCase.getThenOperands().stream(), Stream.of(sqlCase.getElseOperand()))
                .map(this::translate)
                .toList());
    List<Expression.Case.Branch> branches = new ArrayList<>();
    for (int i = 0; i < sqlCase.getWhenOperands().size(); i++) {
      branches.add(
          new Expression.Case.Branch(condition(sqlCase.getWhenOperands().get(i)), values.get(i)));
    }
    return new Expression.Case(branches, values.getLast());
  }

  private Expression cast(SqlCall call) {
    Expression operand = translate(call.operand(0));
    SqlDataTypeSpec spec = call.operand(1);
    ValueType type =
        switch (spec.getTypeName().toString().toUpperCase(Locale.ROOT)) {
          case "DOUBLE", "FLOAT" -> ValueType.DOUBLE;
          case "VARCHAR" -> ValueType.TEXT;
          case "BOOLEAN" -> ValueType.BOOLEAN;
          default -> ValueType.INT64;
        };
    boolean numbers = isNumber(type) && isNumber(operand.type());
    boolean known = numbers || type == ValueType.TEXT || type == operand.type();
    if (!known && !(operand instanceof Expression.NullLiteral)) {
      diagnostics.add(
          text.error(
                  DiagnosticCode.TYPE_MISMATCH,
                  call,
                  TypeWords.of(operand.type()) + " cannot be converted to " + TypeWords.of(type))
              .withHint("numbers convert to each other, and everything to VARCHAR"));
      return new Expression.NullLiteral(type);
    }
    return Coercion.to(type, operand);
  }

  private static boolean isNumber(ValueType type) {
    return type == ValueType.INT64 || type == ValueType.DOUBLE;
  }
}
