// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.check;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.Range;

/** Numbers are computed from numbers; pointers move by bounded numbers. */
record ArithmeticRules(Checking checking) implements TypeChecker.StatementRule {
  /** {@code BPF_MAX_VAR_OFF} (include/linux/bpf_verifier.h). */
  private static final long MAX_OFFSET = 1L << 29;

  @Override
  public void check(Block block, Statement statement) {
    switch (statement.operation()) {
      case Operation.Alu(_, _, Value left, Value right) -> {
        checking.requireScalar(block, statement, left);
        checking.requireScalar(block, statement, right);
      }
      case Operation.SignExtend(_, Value value) -> checking.requireScalar(block, statement, value);
      case Operation.ByteSwap(_, _, Value value) -> checking.requireScalar(block, statement, value);
      case Operation.PointerAdd(Value pointer, Value offset) ->
          pointerAdd(block, statement, pointer, offset);
      default -> {}
    }
  }

  private void pointerAdd(Block block, Statement statement, Value pointer, Value offset) {
    checking.requireScalar(block, statement, offset);
    Range range = checking.facts().range(offset, block.label());
    if (pointer.type() instanceof Type.KernelPointer) {
      boolean fixed =
          range.isConstant()
              || checking.definitions().operation(offset).orElse(null)
                  instanceof Operation.CoreValue;
      if (!fixed) {
        throw checking.refuse(block, statement, "a kernel object's pointer moves by constants");
      }
      return;
    }
    Type.Memory memory = checking.requireMemory(block, statement, pointer);
    if (memory instanceof Type.Frame && !range.isConstant()) {
      throw checking.refuse(block, statement, "a pointer into the frame moves by constants");
    }
    if (range.smin() <= -MAX_OFFSET || range.smax() >= MAX_OFFSET) {
      throw checking.refuse(
          block,
          statement,
          "%s is from %d to %d; the verifier takes no offset beyond %d"
              .formatted(offset, range.smin(), range.smax(), MAX_OFFSET));
    }
  }
}
