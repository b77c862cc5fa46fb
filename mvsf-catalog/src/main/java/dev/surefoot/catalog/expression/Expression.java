// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.expression;

import java.util.List;

/**
 * A typed scalar expression. NULL propagates through everything but {@link IsNull}, {@link Case}
 * and the three-valued {@link And} and {@link Or}; a predicate passes a row where it is TRUE.
 */
public sealed interface Expression {
  /** Type of the value. */
  ValueType type();

  /** Column {@code index} of the input row. */
  record Column(int index, String name, ValueType type) implements Expression {}

  /** A 64-bit integer constant. */
  record IntLiteral(long value) implements Expression {
    @Override
    public ValueType type() {
      return ValueType.INT64;
    }
  }

  /** A floating-point constant. */
  record DoubleLiteral(double value) implements Expression {
    @Override
    public ValueType type() {
      return ValueType.DOUBLE;
    }
  }

  /** A text constant. */
  record TextLiteral(String value) implements Expression {
    @Override
    public ValueType type() {
      return ValueType.TEXT;
    }
  }

  /** TRUE or FALSE. */
  record BooleanLiteral(boolean value) implements Expression {
    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }
  }

  /** NULL of a type. */
  record NullLiteral(ValueType type) implements Expression {}

  /** {@code left op right}; both INT64 or both DOUBLE. */
  record Arithmetic(ArithmeticOp op, Expression left, Expression right) implements Expression {
    @Override
    public ValueType type() {
      return left.type();
    }
  }

  /** {@code -operand}. */
  record Negate(Expression operand) implements Expression {
    @Override
    public ValueType type() {
      return operand.type();
    }
  }

  /** {@code left op right}, operands of one type. */
  record Comparison(ComparisonOp op, Expression left, Expression right) implements Expression {
    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }
  }

  /** Three-valued conjunction. */
  record And(List<Expression> operands) implements Expression {
    public And {
      operands = List.copyOf(operands);
    }

    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }
  }

  /** Three-valued disjunction. */
  record Or(List<Expression> operands) implements Expression {
    public Or {
      operands = List.copyOf(operands);
    }

    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }
  }

  /** Three-valued negation. */
  record Not(Expression operand) implements Expression {
    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }
  }

  /** {@code operand IS NULL}; never NULL itself. */
  record IsNull(Expression operand) implements Expression {
    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }
  }

  /** {@code text LIKE pattern} with {@code %} and {@code _}. */
  record Like(Expression text, String pattern) implements Expression {
    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }
  }

  /** The value of the first branch whose condition is TRUE, else {@code otherwise}. */
  record Case(List<Branch> branches, Expression otherwise) implements Expression {
    /** {@code WHEN condition THEN value}. */
    public record Branch(Expression condition, Expression value) {}

    public Case {
      branches = List.copyOf(branches);
    }

    @Override
    public ValueType type() {
      return otherwise.type();
    }
  }

  /** INT64 to DOUBLE, DOUBLE to INT64 (toward zero, saturating, NaN to NULL), anything to TEXT. */
  record Cast(Expression operand, ValueType type) implements Expression {}

  /** A function of scalars. */
  record Call(ScalarFunction function, List<Expression> arguments, ValueType type)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }
}
