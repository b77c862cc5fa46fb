// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.TextValue;
import dev.surefoot.catalog.expression.Expression;
import java.util.function.LongFunction;

/** Makes closures of TEXT expressions. */
final class TextCompiler {
  private static final int SCRATCH_BYTES = 64;
  private static final TextValue TRUE = TextValue.of("TRUE");
  private static final TextValue FALSE = TextValue.of("FALSE");

  private final ExpressionCompiler compiler;
  private final SystemNames names;

  TextCompiler(ExpressionCompiler compiler, SystemNames names) {
    this.compiler = compiler;
    this.names = names;
  }

  TextExpression compile(Expression expression) {
    return switch (expression) {
      case Expression.Column(int index, _, _) -> row -> row.isNull(index) ? null : row.text(index);
      case Expression.TextLiteral(var value) -> {
        TextValue text = TextValue.of(value);
        yield _ -> text;
      }
      case Expression.NullLiteral _ -> _ -> null;
      case Expression.Case choice -> choice(choice);
      case Expression.Cast(var operand, _) -> cast(operand);
      case Expression.Call call -> call(call);
      case Expression.IntLiteral _,
          Expression.DoubleLiteral _,
          Expression.BooleanLiteral _,
          Expression.Arithmetic _,
          Expression.Negate _,
          Expression.Comparison _,
          Expression.And _,
          Expression.Or _,
          Expression.Not _,
          Expression.IsNull _,
          Expression.Like _ ->
          throw ExpressionCompiler.notOfType(expression);
    };
  }

  private TextExpression choice(Expression.Case choice) {
    BooleanExpression[] conditions = compiler.conditions(choice);
    TextExpression[] values =
        choice.branches().stream()
            .map(branch -> compile(branch.value()))
            .toArray(TextExpression[]::new);
    TextExpression otherwise = compile(choice.otherwise());
    return row -> {
      for (int i = 0; i < conditions.length; i++) {
        if (conditions[i].evaluate(row) == Truth.TRUE) {
          return values[i].evaluate(row);
        }
      }
      return otherwise.evaluate(row);
    };
  }

  private TextExpression cast(Expression operand) {
    TextValue scratch = new TextValue(SCRATCH_BYTES);
    return switch (operand.type()) {
      case TEXT -> compile(operand);
      case INT64 ->
          ofLong(
              compiler.compileLong(operand),
              value -> {
                scratch.clear();
                NumberText.append(value, scratch);
                return scratch;
              });
      case DOUBLE -> ofDouble(compiler.compileDouble(operand), scratch);
      case BOOLEAN -> {
        BooleanExpression value = compiler.compileBoolean(operand);
        yield row -> {
          int truth = value.evaluate(row);
          return truth == Truth.UNKNOWN ? null : truth == Truth.TRUE ? TRUE : FALSE;
        };
      }
    };
  }

  private static TextExpression ofLong(LongExpression argument, LongFunction<TextValue> text) {
    return row -> {
      boolean before = row.sawNull();
      row.setSawNull(false);
      long value = argument.evaluate(row);
      boolean isNull = row.sawNull();
      row.setSawNull(before);
      return isNull ? null : text.apply(value);
    };
  }

  private static TextExpression ofDouble(DoubleExpression argument, TextValue scratch) {
    return row -> {
      boolean before = row.sawNull();
      row.setSawNull(false);
      double value = argument.evaluate(row);
      boolean isNull = row.sawNull();
      row.setSawNull(before);
      if (isNull) {
        return null;
      }
      scratch.clear();
      NumberText.append(value, scratch);
      return scratch;
    };
  }

  private TextExpression call(Expression.Call call) {
    return switch (call.function()) {
      case SYSCALLNAME -> ofLong(number(call), names.syscallNames());
      case ERRNAME -> ofLong(number(call), names::errno);
      case SIGNAME -> ofLong(number(call), names::signal);
      case UPPER -> mapped(call, TextCompiler::upper);
      case LOWER -> mapped(call, TextCompiler::lower);
      case SUBSTRING -> new SubstringCompiler(compiler).compile(call);
      case CONCAT -> concat(call);
      case ABS, LENGTH, FLOOR, CEIL, ROUND, SQRT -> throw ExpressionCompiler.notOfType(call);
    };
  }

  private LongExpression number(Expression.Call call) {
    return compiler.compileLong(call.arguments().getFirst());
  }

  /** A function of bytes. */
  @FunctionalInterface
  private interface ByteMapping {
    byte map(byte value);
  }

  private TextExpression mapped(Expression.Call call, ByteMapping mapping) {
    TextExpression argument = compile(call.arguments().getFirst());
    TextValue scratch = new TextValue(SCRATCH_BYTES);
    return row -> {
      TextValue text = argument.evaluate(row);
      if (text == null) {
        return null;
      }
      scratch.clear();
      scratch.append(text);
      byte[] bytes = scratch.bytes();
      for (int i = 0; i < scratch.length(); i++) {
        bytes[i] = mapping.map(bytes[i]);
      }
      return scratch;
    };
  }

  private static byte upper(byte value) {
    return value >= 'a' && value <= 'z' ? (byte) (value - 'a' + 'A') : value;
  }

  private static byte lower(byte value) {
    return value >= 'A' && value <= 'Z' ? (byte) (value - 'A' + 'a') : value;
  }

  private TextExpression concat(Expression.Call call) {
    TextExpression[] parts =
        call.arguments().stream().map(this::compile).toArray(TextExpression[]::new);
    TextValue scratch = new TextValue(SCRATCH_BYTES);
    return row -> {
      scratch.clear();
      for (TextExpression part : parts) {
        TextValue text = part.evaluate(row);
        if (text == null) {
          return null;
        }
        scratch.append(text);
      }
      return scratch;
    };
  }
}
