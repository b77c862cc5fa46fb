// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.isa.Immediate64;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.Instruction.Alu;
import dev.surefoot.catalog.isa.Instruction.Atomic;
import dev.surefoot.catalog.isa.Instruction.ByteSwap;
import dev.surefoot.catalog.isa.Instruction.CallHelper;
import dev.surefoot.catalog.isa.Instruction.CallKfunc;
import dev.surefoot.catalog.isa.Instruction.CallSubprogram;
import dev.surefoot.catalog.isa.Instruction.Exit;
import dev.surefoot.catalog.isa.Instruction.Jump;
import dev.surefoot.catalog.isa.Instruction.JumpIf;
import dev.surefoot.catalog.isa.Instruction.LegacyPacketLoad;
import dev.surefoot.catalog.isa.Instruction.Load;
import dev.surefoot.catalog.isa.Instruction.LoadImmediate64;
import dev.surefoot.catalog.isa.Instruction.SignExtend;
import dev.surefoot.catalog.isa.Instruction.Store;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Register;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One run of a program. */
final class Execution {
  private static final int MAXIMUM_DEPTH = 8;
  private static final int STACK_BYTES = 512;

  private final List<LinkedFunction> functions;
  private final Memory memory;
  private final HelperCalls helpers;
  private final Optional<byte[]> packet;
  private final Observer observer;
  private final long budget;

  private long executed;
  private int depth;
  private LinkedFunction function;
  private int index;

  Execution(
      List<LinkedFunction> functions,
      Memory memory,
      MapTable maps,
      Environment environment,
      Observer observer,
      long budget) {
    this.functions = functions;
    this.memory = memory;
    this.helpers = new HelperCalls(memory, maps, environment, this::callBack);
    this.packet = environment.packet();
    this.observer = observer;
    this.budget = budget;
    this.function = functions.getFirst();
  }

  /** Runs the entry function with R1 set. */
  Outcome run(long context) {
    try {
      long r0 = call(functions.getFirst(), context);
      return new Outcome.Returned(r0);
    } catch (Fault fault) {
      return new Outcome.Faulted(function.name(), index, fault.getMessage());
    }
  }

  /** Instructions run so far. */
  long executed() {
    return executed;
  }

  private long callBack(long address, long... arguments) {
    long callee = address - Linker.FUNCTION_BASE;
    if (callee < 0 || callee >= functions.size()) {
      throw new Fault("0x%x is no function".formatted(address));
    }
    return call(functions.get((int) callee), arguments);
  }

  private long call(LinkedFunction callee, long... arguments) {
    if (depth == MAXIMUM_DEPTH) {
      throw new Fault("more than " + MAXIMUM_DEPTH + " calls deep");
    }
    depth++;
    Region stack = memory.allocate("stack of " + callee.name(), new byte[STACK_BYTES], true);
    stack.makeOld();
    Frame frame = new Frame();
    for (int i = 0; i < arguments.length; i++) {
      frame.set(Register.values()[i + 1], arguments[i]);
    }
    frame.set(Register.R10, stack.base() + STACK_BYTES);
    LinkedFunction caller = function;
    int callIndex = index;
    try {
      execute(callee, frame);
      function = caller;
      index = callIndex;
      return frame.get(Register.R0);
    } finally {
      memory.release(stack);
      depth--;
    }
  }

  private void execute(LinkedFunction callee, Frame frame) {
    function = callee;
    index = 0;
    while (index >= 0) {
      if (index >= callee.size()) {
        throw new Fault("control runs off the end");
      }
      if (executed == budget) {
        throw new Fault("more than " + budget + " instructions");
      }
      executed++;
      callee.countExecution(index);
      Instruction instruction = callee.instruction(index);
      observer.before(callee.name(), index, instruction, frame);
      index = step(callee, frame, instruction);
    }
  }

  /** Runs one instruction; the index of the next one, -1 after the last. */
  private int step(LinkedFunction callee, Frame frame, Instruction instruction) {
    int at = index;
    switch (instruction) {
      case Alu alu -> alu(frame, alu);
      case SignExtend move ->
          frame.set(
              move.dst(), Arithmetic.signExtend(move.width(), move.bits(), frame.get(move.src())));
      case ByteSwap swap ->
          frame.set(
              swap.dst(), Arithmetic.byteSwap(swap.order(), swap.bits(), frame.get(swap.dst())));
      case Load load -> load(frame, load);
      case Store store ->
          memory.store(
              store.size(), frame.get(store.base()) + store.offset(), frame.get(store.src()));
      case Atomic atomic -> AtomicAccess.run(memory, frame, atomic);
      case LoadImmediate64(Register dst, Immediate64 source) -> frame.set(dst, immediate(source));
      case LegacyPacketLoad load -> {
        OptionalLong value = PacketAccess.load(packet, frame, load);
        // Beyond the packet's end such a load ends the program with 0 (RFC 9669, section 5.5).
        frame.returned(value.orElse(0));
        if (value.isEmpty()) {
          return -1;
        }
      }
      case Jump _ -> {
        return callee.target(at);
      }
      case JumpIf jump -> {
        boolean taken =
            Arithmetic.holds(
                jump.width(), jump.op(), frame.get(jump.left()), frame.get(jump.right()));
        return taken ? callee.target(at) : at + 1;
      }
      case CallHelper(int id) -> frame.returned(helpers.call(id, frame));
      case CallKfunc _ -> throw new Fault("kernel functions do not run here");
      case CallSubprogram _ ->
          frame.returned(call(functions.get(callee.target(at)), arguments(frame)));
      case Exit _ -> {
        return -1;
      }
    }
    return at + 1;
  }

  private static void alu(Frame frame, Alu alu) {
    long dst =
        switch (alu.op()) {
          case MOV -> 0;
          case ADD, SUB, MUL, DIV, SDIV, OR, AND, LSH, RSH, NEG, MOD, SMOD, XOR, ARSH ->
              frame.get(alu.dst());
        };
    frame.set(alu.dst(), Arithmetic.alu(alu.width(), alu.op(), dst, frame.get(alu.src())));
  }

  private void load(Frame frame, Load load) {
    MemorySize size = load.size();
    long value = memory.load(size, frame.get(load.base()) + load.offset());
    int unused = Long.SIZE - Byte.SIZE * size.bytes();
    frame.set(load.dst(), load.signed() ? value << unused >> unused : value);
  }

  private static long immediate(Immediate64 source) {
    return switch (source) {
      case Immediate64.Value(long value) -> value;
      case Immediate64.MapByFd _,
          Immediate64.MapValueByFd _,
          Immediate64.VariableByBtfId _,
          Immediate64.Code _,
          Immediate64.MapByIndex _,
          Immediate64.MapValueByIndex _ ->
          throw new Fault("an address by number means nothing here: " + source);
    };
  }

  /** R1 and what follows it without a gap. */
  private static long[] arguments(Frame frame) {
    int count = 0;
    while (count < 5 && frame.isReadable(Register.values()[count + 1])) {
      count++;
    }
    long[] arguments = new long[count];
    for (int i = 0; i < count; i++) {
      arguments[i] = frame.get(Register.values()[i + 1]);
    }
    return arguments;
  }
}
