// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.exec.value.TextValue;
import dev.surefoot.catalog.expression.Expression;

/**
 * Makes the closure of {@code SUBSTRING(text, from [, length])}: the bytes at the places {@code
 * from} (the first is 1) up to but not including {@code from + length} that the text has.
 */
final class SubstringCompiler {
  private final ExpressionCompiler compiler;

  SubstringCompiler(ExpressionCompiler compiler) {
    this.compiler = compiler;
  }

  TextExpression compile(Expression.Call call) {
    TextExpression argument = compiler.compileText(call.arguments().getFirst());
    LongExpression from = compiler.compileLong(call.arguments().get(1));
    LongExpression length =
        call.arguments().size() > 2
            ? compiler.compileLong(call.arguments().get(2))
            : _ -> Integer.MAX_VALUE;
    TextValue scratch = new TextValue(0);
    return row -> {
      TextValue text = argument.evaluate(row);
      return text == null ? null : cut(row, text, from, length, scratch);
    };
  }

  private static TextValue cut(
      Row row, TextValue text, LongExpression from, LongExpression length, TextValue scratch) {
    boolean before = row.sawNull();
    row.setSawNull(false);
    long start = saturatedSum(from.evaluate(row), -1);
    long end = saturatedSum(start, length.evaluate(row));
    boolean isNull = row.sawNull();
    row.setSawNull(before);
    if (isNull) {
      return null;
    }
    int first = Math.clamp(start, 0, text.length());
    int last = Math.clamp(end, first, text.length());
    scratch.clear();
    scratch.append(text.bytes(), first, last - first);
    return scratch;
  }

  /** No text has places as far as where the sum would wrap. */
  private static long saturatedSum(long left, long right) {
    long sum = left + right;
    boolean wrapped = ((left ^ sum) & (right ^ sum)) < 0;
    return wrapped ? (left < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }
}
