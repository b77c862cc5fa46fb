// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.MapShape;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.Definitions;

/** Applies one rule to the expression that a function ends with; x and y are its parameters. */
final class ExpressionTester {
  private final Rule rule;

  private ExpressionTester(Rule rule) {
    this.rule = rule;
  }

  static ExpressionTester of(Rule rule) {
    return new ExpressionTester(rule);
  }

  /** An expression over two numbers of which nothing is known. */
  interface Expression {
    Value build(FunctionBuilder b, Value x, Value y);
  }

  Case on(Expression expression) {
    FunctionBuilder b = new FunctionBuilder("f");
    b.exit(expression.build(b, b.parameter(0), b.parameter(1)));
    return new Case(rule, b.finish());
  }

  record Case(Rule rule, BpfFunction function) {
    void becomes(String expected) {
      assertThat(text(new ApplyRules(rule).apply(function))).isEqualTo(expected);
    }

    void doesNotFire() {
      assertThat(new ApplyRules(rule).apply(function)).isEqualTo(function);
    }
  }

  static String text(BpfFunction function) {
    if (!(function.entry().terminator() instanceof Terminator.Exit(Value value))) {
      throw new IllegalArgumentException("the function does not end in its entry");
    }
    return text(value, Definitions.of(function));
  }

  private static String text(Value value, Definitions definitions) {
    return switch (definitions.operation(value).orElseThrow()) {
      case Operation.Constant(long number) -> Long.toString(number);
      case Operation.Load(var size, boolean signed, Value pointer, int offset) ->
          definitions.operation(pointer).orElseThrow() instanceof Operation.Context
              ? offset == 0 ? "x" : "y"
              : "%s[%s+%d]".formatted(size, text(pointer, definitions), offset);
      case Operation.Alu(var width, var op, Value left, Value right) ->
          "%s%s(%s, %s)"
              .formatted(
                  op,
                  width == Width.W32 ? "32" : "",
                  text(left, definitions),
                  text(right, definitions));
      case Operation.SignExtend(int bits, Value inner) ->
          "SIGN%d(%s)".formatted(bits, text(inner, definitions));
      case Operation.ByteSwap(var order, int bits, Value inner) ->
          "%s%d(%s)".formatted(order, bits, text(inner, definitions));
      case Operation.PointerAdd(Value pointer, Value offset) ->
          "MOVE(%s, %s)".formatted(text(pointer, definitions), text(offset, definitions));
      case Operation.MapValueAddress(MapShape map, int offset) -> map.name() + "+" + offset;
      default -> throw new IllegalArgumentException("no text for " + value);
    };
  }
}
