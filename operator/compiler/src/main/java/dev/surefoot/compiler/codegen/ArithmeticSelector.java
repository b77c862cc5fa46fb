// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Value;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Selects two-address arithmetic for three-address statements. */
final class ArithmeticSelector {
  private static final long LOW_HALF = 0xffff_ffffL;
  private static final long MAX_OFFSET = 1L << 29;

  private final FunctionFacts facts;
  private final Operands operands;
  private final CodeBuffer code;
  private final Set<Integer> checked;

  ArithmeticSelector(
      FunctionFacts facts, Operands operands, CodeBuffer code, Set<Integer> checked) {
    this.checked = checked;
    this.facts = facts;
    this.operands = operands;
    this.code = code;
  }

  /** {@code dst = left op right}; {@code ends} tells operands that are not used later. */
  void select(int dst, Width width, AluOp op, Value left, Value right, Predicate<Value> ends) {
    if (op == AluOp.SDIV || op == AluOp.SMOD) {
      throw new IllegalStateException(op + " is ISA version 4; it must have been lowered");
    }
    OptionalLong leftNumber = operands.constant(left);
    OptionalLong rightNumber = operands.constant(right);
    if (isCommutative(op) && leftNumber.isPresent() && rightNumber.isEmpty()) {
      select(dst, width, op, right, left, ends);
    } else if (op == AluOp.SUB && leftNumber.isPresent() && leftNumber.getAsLong() == 0) {
      load(dst, right);
      alu(width, AluOp.NEG, dst, new Source.Imm(0));
    } else if (rightNumber.isPresent()) {
      withNumber(dst, width, op, left, right, rightNumber.getAsLong());
    } else if (isCommutative(op) && ends.test(right) && !ends.test(left)) {
      withRegister(dst, width, op, right, left);
    } else if (op == AluOp.SUB && ends.test(right) && !ends.test(left) && !checked.contains(dst)) {
      // As long as copying the left side, but the right side's register is used on; its range is
      // lost to the verifier.
      load(dst, right);
      alu(width, AluOp.NEG, dst, new Source.Imm(0));
      alu(width, AluOp.ADD, dst, new Source.Reg(operands.register(left)));
    } else {
      withRegister(dst, width, op, left, right);
    }
  }

  /** {@code dst = pointer + offset}, the offset not a constant. */
  void pointerAdd(int dst, Value pointer, Value offset, Predicate<Value> ends) {
    boolean madeForThis =
        operands.isMadeOnUse(pointer)
            && (facts.definitions().uses(pointer) == 1 || !ends.test(offset));
    if (madeForThis || (ends.test(pointer) && !operands.isMadeOnUse(pointer))) {
      withRegister(dst, Width.W64, AluOp.ADD, pointer, offset);
    } else if (ends.test(offset)) {
      withRegister(dst, Width.W64, AluOp.ADD, offset, pointer);
    } else {
      withRegister(dst, Width.W64, AluOp.ADD, pointer, offset);
    }
  }

  /** {@code dst} from its low bits. */
  void signExtend(int dst, int bits) {
    alu(Width.W64, AluOp.LSH, dst, new Source.Imm(64 - bits));
    alu(Width.W64, AluOp.ARSH, dst, new Source.Imm(64 - bits));
  }

  private void withNumber(int dst, Width width, AluOp op, Value left, Value right, long number) {
    boolean fits = width == Width.W32 || number == (int) number;
    if (op == AluOp.AND && width == Width.W64 && number == LOW_HALF) {
      code.add(new MachineInstruction.Truncate(dst, operands.register(left)));
    } else if (op == AluOp.AND && !fits && (number & LOW_HALF) == number) {
      // The 32-bit form clears the high half, as this mask does.
      load(dst, left);
      alu(Width.W32, op, dst, new Source.Imm((int) number));
    } else if (op == AluOp.ADD && width == Width.W64 && isTakenForOffset(dst, number)) {
      load(dst, right);
      alu(width, op, dst, new Source.Reg(operands.register(left)));
    } else if (fits) {
      load(dst, left);
      alu(width, op, dst, new Source.Imm((int) number));
    } else {
      int source = operands.register(right);
      load(dst, left);
      alu(width, op, dst, new Source.Reg(source));
    }
  }

  /**
   * Since 6.11 the verifier keeps the constant of a sum apart, and where the sum is added to a
   * pointer refuses it as if it were the pointer's (check_reg_sane_offset, BPF_MAX_VAR_OFF).
   */
  private boolean isTakenForOffset(int dst, long number) {
    return checked.contains(dst) && Math.abs(number) >= MAX_OFFSET;
  }

  private void withRegister(int dst, Width width, AluOp op, Value left, Value right) {
    if (width == Width.W64
        && op == AluOp.ADD
        && facts.definitions().operation(right).orElse(null)
            instanceof Operation.CoreValue(CoreAccess access)) {
      load(dst, left);
      code.add(new MachineInstruction.AddCore(dst, access));
      return;
    }
    int source = operands.register(right);
    load(dst, left);
    alu(width, op, dst, new Source.Reg(source));
  }

  private void load(int dst, Value value) {
    if (operands.isMadeOnUse(value)
        && (!operands.isAvailable(value) || operands.origin(value).isPresent())) {
      operands.makeInto(dst, value);
    } else {
      code.add(new MachineInstruction.Move(dst, operands.register(value)));
    }
  }

  private void alu(Width width, AluOp op, int dst, Source source) {
    code.add(new MachineInstruction.Alu(width, op, dst, source));
  }

  private static boolean isCommutative(AluOp op) {
    return switch (op) {
      case ADD, MUL, OR, AND, XOR -> true;
      case SUB, DIV, SDIV, LSH, RSH, NEG, MOD, SMOD, MOV, ARSH -> false;
    };
  }
}
