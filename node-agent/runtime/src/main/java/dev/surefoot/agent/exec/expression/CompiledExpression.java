// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.exec.value.TextValue;
import dev.surefoot.catalog.expression.ValueType;

/** A compiled expression of any type. */
public sealed interface CompiledExpression {
  /** Type of the value. */
  ValueType type();

  /** Evaluates over {@code in} and sets a column of {@code out}. */
  void evaluate(Row in, Row out, int column);

  /** An INT64. */
  record OfLong(LongExpression expression) implements CompiledExpression {
    @Override
    public ValueType type() {
      return ValueType.INT64;
    }

    @Override
    public void evaluate(Row in, Row out, int column) {
      in.setSawNull(false);
      out.setNumber(column, expression.evaluate(in));
      if (in.sawNull()) {
        out.setNull(column);
      }
    }
  }

  /** A DOUBLE. */
  record OfDouble(DoubleExpression expression) implements CompiledExpression {
    @Override
    public ValueType type() {
      return ValueType.DOUBLE;
    }

    @Override
    public void evaluate(Row in, Row out, int column) {
      in.setSawNull(false);
      out.setReal(column, expression.evaluate(in));
      if (in.sawNull()) {
        out.setNull(column);
      }
    }
  }

  /** A BOOLEAN. */
  record OfBoolean(BooleanExpression expression) implements CompiledExpression {
    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }

    @Override
    public void evaluate(Row in, Row out, int column) {
      int truth = expression.evaluate(in);
      out.setNumber(column, truth);
      if (truth == Truth.UNKNOWN) {
        out.setNull(column);
      }
    }
  }

  /** A TEXT. */
  record OfText(TextExpression expression) implements CompiledExpression {
    @Override
    public ValueType type() {
      return ValueType.TEXT;
    }

    @Override
    public void evaluate(Row in, Row out, int column) {
      TextValue text = expression.evaluate(in);
      if (text == null) {
        out.setNull(column);
      } else {
        out.setText(column, text);
      }
    }
  }
}
