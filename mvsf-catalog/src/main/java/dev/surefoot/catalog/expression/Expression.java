// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A typed scalar expression. NULL propagates through everything but {@link IsNull}, {@link Case}
 * and the three-valued {@link And} and {@link Or}; a predicate passes a row where it is TRUE.
 */
public sealed interface Expression {
  /** Type of the value. */
  ValueType type();

  /** The direct operands, in the order in which {@link #withChildren} takes them. */
  default List<Expression> children() {
    return switch (this) {
      case Column _,
          IntLiteral _,
          DoubleLiteral _,
          TextLiteral _,
          BooleanLiteral _,
          NullLiteral _ ->
          List.of();
      case Arithmetic(_, var left, var right) -> List.of(left, right);
      case Comparison(_, var left, var right) -> List.of(left, right);
      case Negate(var operand) -> List.of(operand);
      case Not(var operand) -> List.of(operand);
      case IsNull(var operand) -> List.of(operand);
      case Cast(var operand, _) -> List.of(operand);
      case Like(var text, _) -> List.of(text);
      case And(var operands) -> operands;
      case Or(var operands) -> operands;
      case Call(_, var arguments, _) -> arguments;
      case Case(var branches, var otherwise) ->
          Stream.concat(
                  branches.stream().flatMap(b -> Stream.of(b.condition(), b.value())),
                  Stream.of(otherwise))
              .toList();
    };
  }

  /** The same expression over other operands. */
  default Expression withChildren(List<Expression> children) {
    return switch (this) {
      case Column _,
          IntLiteral _,
          DoubleLiteral _,
          TextLiteral _,
          BooleanLiteral _,
          NullLiteral _ ->
          this;
      case Arithmetic(var op, _, _) -> new Arithmetic(op, children.get(0), children.get(1));
      case Comparison(var op, _, _) -> new Comparison(op, children.get(0), children.get(1));
      case Negate _ -> new Negate(children.getFirst());
      case Not _ -> new Not(children.getFirst());
      case IsNull _ -> new IsNull(children.getFirst());
      case Cast(_, var type) -> new Cast(children.getFirst(), type);
      case Like(_, var pattern) -> new Like(children.getFirst(), pattern);
      case And _ -> new And(children);
      case Or _ -> new Or(children);
      case Call(var function, _, var type) -> new Call(function, children, type);
      case Case _ -> {
        List<Case.Branch> branches = new ArrayList<>();
        for (int i = 0; i + 1 < children.size(); i += 2) {
          branches.add(new Case.Branch(children.get(i), children.get(i + 1)));
        }
        yield new Case(branches, children.getLast());
      }
    };
  }

  /** This expression with every part replaced by {@code rule}'s answer, operands first. */
  default Expression rewrite(UnaryOperator<Expression> rule) {
    List<Expression> operands = children();
    Expression rewritten =
        operands.isEmpty()
            ? this
            : withChildren(operands.stream().map(operand -> operand.rewrite(rule)).toList());
    return rule.apply(rewritten);
  }

  /** This expression with column {@code i} replaced by element {@code i}. */
  default Expression over(List<? extends Expression> columns) {
    return rewrite(part -> part instanceof Column(int index, _, _) ? columns.get(index) : part);
  }

  /** Indexes of the columns that occur, each once, ascending. */
  default IntStream columnIndexes() {
    IntStream below = children().stream().flatMapToInt(Expression::columnIndexes);
    IntStream own = this instanceof Column(int index, _, _) ? IntStream.of(index) : IntStream.of();
    return IntStream.concat(own, below).distinct().sorted();
  }

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
