// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Selects the instructions of one statement. */
final class StatementSelector {
  private final FunctionFacts facts;
  private final Operands operands;
  private final ArithmeticSelector arithmetic;
  private final CodeBuffer code;

  StatementSelector(FunctionFacts facts, Operands operands, CodeBuffer code, Set<Integer> checked) {
    this.facts = facts;
    this.operands = operands;
    this.arithmetic = new ArithmeticSelector(facts, operands, code, checked);
    this.code = code;
  }

  /** {@code index} is that of the statement in its block, for {@code uses}. */
  void select(Value result, Operation operation, LastUses uses, int index) {
    if (operands.isMadeOnUse(result)) {
      return;
    }
    int dst = Operands.home(result);
    switch (operation) {
      case Operation.Context _ -> {
        // The entry has moved it out of R1.
      }
      case Operation.Alu(Width width, AluOp op, Value left, Value right) ->
          arithmetic.select(dst, width, op, left, right, v -> uses.endsAt(v, index));
      case Operation.PointerAdd(Value pointer, Value offset) ->
          arithmetic.pointerAdd(dst, pointer, offset, v -> uses.endsAt(v, index));
      case Operation.SignExtend(int bits, Value value) -> {
        copy(dst, value);
        arithmetic.signExtend(dst, bits);
      }
      case Operation.ByteSwap(var order, int bits, Value value) -> {
        copy(dst, value);
        code.add(new MachineInstruction.Swap(order, bits, dst));
      }
      case Operation.Load(MemorySize size, boolean signed, Value pointer, int offset) -> {
        Operands.Place place = operands.place(pointer, offset);
        code.add(
            new MachineInstruction.Load(size, dst, place.base(), place.offset(), Optional.empty()));
        extendIf(signed, dst, size);
      }
      case Operation.CoreLoad(MemorySize size, boolean signed, Value pointer, var access) -> {
        code.add(
            new MachineInstruction.Load(
                size, dst, operands.register(pointer), 0, Optional.of(access)));
        extendIf(signed, dst, size);
      }
      case Operation.Store(MemorySize size, Value pointer, int offset, Value value) -> {
        Source source = stored(size, value);
        Operands.Place place = operands.place(pointer, offset);
        code.add(new MachineInstruction.Store(size, place.base(), place.offset(), source));
      }
      case Operation.AtomicAdd(MemorySize size, Value pointer, int offset, Value value) -> {
        Width width = size == MemorySize.B4 ? Width.W32 : Width.W64;
        int source = operands.register(value);
        Operands.Place place = operands.place(pointer, offset);
        code.add(new MachineInstruction.AtomicAdd(width, place.base(), place.offset(), source));
      }
      case Operation.Call(HelperCall helper, List<Value> arguments) ->
          call(result, helper, arguments);
      case Operation.Constant _,
          Operation.MapAddress _,
          Operation.MapValueAddress _,
          Operation.StackAddress _,
          Operation.CoreValue _ ->
          throw new IllegalStateException(operation + " has no code at its definition");
    }
  }

  /** {@code dst = value}. */
  void copy(int dst, Value value) {
    if (operands.isMadeOnUse(value)) {
      operands.makeInto(dst, value);
    } else {
      code.add(new MachineInstruction.Move(dst, Operands.home(value)));
    }
  }

  private void call(Value result, HelperCall helper, List<Value> arguments) {
    // Values that are in registers first: what is made on use must not take their places.
    for (int i = 0; i < arguments.size(); i++) {
      if (!operands.isMadeOnUse(arguments.get(i))) {
        copy(i + 1, arguments.get(i));
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (operands.isMadeOnUse(arguments.get(i))) {
        copy(i + 1, arguments.get(i));
      }
    }
    code.add(new MachineInstruction.Call(helper));
    if (!(result.type() instanceof Type.Nothing) && facts.definitions().uses(result) > 0) {
      code.add(new MachineInstruction.Move(Operands.home(result), MachineRegisters.RESULT));
    }
  }

  private Source stored(MemorySize size, Value value) {
    OptionalLong number = operands.constant(value);
    if (number.isEmpty()) {
      return new Source.Reg(operands.register(value));
    }
    long constant = number.getAsLong();
    return switch (size) {
      case B1 -> new Source.Imm((byte) constant);
      case B2 -> new Source.Imm((short) constant);
      case B4 -> new Source.Imm((int) constant);
      case B8 ->
          operands
              .immediate(value)
              .<Source>map(immediate -> immediate)
              .orElseGet(() -> new Source.Reg(operands.register(value)));
    };
  }

  private void extendIf(boolean signed, int dst, MemorySize size) {
    if (signed && size != MemorySize.B8) {
      arithmetic.signExtend(dst, 8 * size.bytes());
    }
  }
}
