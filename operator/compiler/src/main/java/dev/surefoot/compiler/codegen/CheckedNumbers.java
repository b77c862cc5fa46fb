// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.Definitions;
import java.util.HashSet;
import java.util.Set;

/**
 * Registers of the numbers whose range the verifier must know: offsets of pointers and sizes, and
 * what they are computed from. Kernels before 5.13 forget the range of a number that is spilled.
 */
final class CheckedNumbers {
  private final Definitions definitions;
  private final Set<Integer> registers = new HashSet<>();

  private CheckedNumbers(Definitions definitions) {
    this.definitions = definitions;
  }

  static Set<Integer> of(BpfFunction function, Definitions definitions) {
    CheckedNumbers numbers = new CheckedNumbers(definitions);
    for (Block block : function.blocks()) {
      for (Statement statement : block.statements()) {
        switch (statement.operation()) {
          case Operation.PointerAdd(_, Value offset) -> numbers.add(offset);
          case Operation.Call(HelperCall helper, var arguments) -> {
            for (int i = 0; i < arguments.size(); i++) {
              if (isSize(helper.arguments().get(i))) {
                numbers.add(arguments.get(i));
              }
            }
          }
          default -> {}
        }
      }
    }
    return numbers.registers;
  }

  private static boolean isSize(HelperCall.Argument argument) {
    return argument == HelperCall.Argument.SIZE || argument == HelperCall.Argument.SIZE_OR_ZERO;
  }

  private void add(Value value) {
    if (registers.add(Operands.home(value))) {
      switch (definitions.operation(value).orElse(null)) {
        case Operation.Alu(_, AluOp op, Value left, Value right) -> {
          // A mask bounds the result whatever was known before.
          if (op != AluOp.AND || definitions.constant(right).isEmpty()) {
            add(left);
            add(right);
          }
        }
        case Operation.SignExtend(_, Value inner) -> add(inner);
        case null, default -> {}
      }
    }
  }
}
