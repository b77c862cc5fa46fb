// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.catalog.expression.Expression;

/**
 * Makes closures of expressions. They hold scratch memory, so each belongs to one thread; and each
 * call makes its own, so two never share any.
 */
public final class ExpressionCompiler {
  private final LongCompiler longs = new LongCompiler(this);
  private final DoubleCompiler doubles = new DoubleCompiler(this);
  private final BooleanCompiler booleans = new BooleanCompiler(this);
  private final TextCompiler texts;

  /** A compiler whose name functions use these tables. */
  public ExpressionCompiler(SystemNames names) {
    texts = new TextCompiler(this, names);
  }

  /** Compiles an expression of any type. */
  public CompiledExpression compile(Expression expression) {
    return switch (expression.type()) {
      case INT64 -> new CompiledExpression.OfLong(compileLong(expression));
      case DOUBLE -> new CompiledExpression.OfDouble(compileDouble(expression));
      case BOOLEAN -> new CompiledExpression.OfBoolean(compileBoolean(expression));
      case TEXT -> new CompiledExpression.OfText(compileText(expression));
    };
  }

  /** Compiles an INT64 expression. */
  public LongExpression compileLong(Expression expression) {
    return longs.compile(expression);
  }

  /** Compiles a DOUBLE expression. */
  public DoubleExpression compileDouble(Expression expression) {
    return doubles.compile(expression);
  }

  /** Compiles a BOOLEAN expression. */
  public BooleanExpression compileBoolean(Expression expression) {
    return booleans.compile(expression);
  }

  /** Compiles a TEXT expression. */
  public TextExpression compileText(Expression expression) {
    return texts.compile(expression);
  }

  BooleanExpression[] conditions(Expression.Case choice) {
    return choice.branches().stream()
        .map(branch -> compileBoolean(branch.condition()))
        .toArray(BooleanExpression[]::new);
  }

  static IllegalArgumentException notOfType(Expression expression) {
    return new IllegalArgumentException(
        "no such expression of type " + expression.type() + ": " + expression);
  }
}
