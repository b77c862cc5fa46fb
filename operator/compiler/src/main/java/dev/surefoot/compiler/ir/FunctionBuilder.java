// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Instruction.ByteSwap.Order;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes one function, statement by statement, into the current block; at first that is the entry.
 * What is written is checked later, by {@code ir.check.TypeChecker}.
 */
public final class FunctionBuilder {
  private final String name;
  private final List<OpenBlock> blocks = new ArrayList<>();
  private final Set<String> labels = new HashSet<>();
  private final Map<Value, Long> constants = new HashMap<>();
  private OpenBlock current;
  private Optional<SourceLine> line = Optional.empty();
  private int nextValue;
  private int nextSlot;

  /** A function of this name, a C identifier. */
  public FunctionBuilder(String name) {
    this.name = name;
    current = newBlock("entry");
  }

  /** From here on, statements stand for this line of the user's text. */
  public FunctionBuilder at(SourceLine place) {
    line = Optional.of(place);
    return this;
  }

  /** The program's argument. */
  public Value context() {
    return add(Type.CONTEXT, new Operation.Context());
  }

  /** The scalar in {@code ctx[index]}: parameter {@code index} of the hook. */
  public Value parameter(int index) {
    return load(MemorySize.B8, context(), 8 * index);
  }

  /** The kernel object in {@code ctx[index]}. */
  public Value typedParameter(int index, KernelStruct struct) {
    return add(
        new Type.KernelPointer(struct),
        new Operation.Load(MemorySize.B8, false, context(), 8 * index));
  }

  /** A number. */
  public Value constant(long value) {
    Value constant = add(Type.SCALAR, new Operation.Constant(value));
    constants.put(constant, value);
    return constant;
  }

  /** A map, as an argument for helpers. */
  public Value mapAddress(MapDefinition map) {
    MapShape shape = MapShape.of(map);
    return add(new Type.MapAddress(shape), new Operation.MapAddress(shape));
  }

  /** The address {@code offset} bytes into the value of a one-element array. */
  public Value mapValue(MapDefinition map, int offset) {
    MapShape shape = MapShape.of(map);
    return add(new Type.MapValue(shape), new Operation.MapValueAddress(shape, offset));
  }

  /** The start of a new piece of the frame. */
  public Value stackSlot(int bytes, int alignment) {
    StackSlot slot = new StackSlot(nextSlot++, bytes, alignment);
    return add(new Type.Frame(slot), new Operation.StackAddress(slot));
  }

  /** The pointer moved by a scalar, whose range must keep accesses within the memory. */
  public Value pointerAdd(Value pointer, Value offset) {
    return add(Type.moved(pointer.type()), new Operation.PointerAdd(pointer, offset));
  }

  /** The pointer moved by a constant. */
  public Value pointerAdd(Value pointer, long offset) {
    return pointerAdd(pointer, constant(offset));
  }

  /** Loads and zero-extends. */
  public Value load(MemorySize size, Value pointer, int offset) {
    return add(Type.SCALAR, new Operation.Load(size, false, pointer, offset));
  }

  /** Loads and sign-extends. */
  public Value loadSigned(MemorySize size, Value pointer, int offset) {
    return add(Type.SCALAR, new Operation.Load(size, true, pointer, offset));
  }

  /** Stores the low bytes of a value. */
  public void store(MemorySize size, Value pointer, int offset, Value value) {
    add(Type.NOTHING, new Operation.Store(size, pointer, offset, value));
  }

  /** Stores a number. */
  public void store(MemorySize size, Value pointer, int offset, long value) {
    store(size, pointer, offset, constant(value));
  }

  /** Adds to memory, atomically; 4 or 8 bytes. */
  public void atomicAdd(MemorySize size, Value pointer, int offset, Value value) {
    add(Type.NOTHING, new Operation.AtomicAdd(size, pointer, offset, value));
  }

  /** 64-bit arithmetic. */
  public Value alu(AluOp op, Value left, Value right) {
    return add(Type.SCALAR, new Operation.Alu(Width.W64, op, left, right));
  }

  /** 64-bit arithmetic with a number. */
  public Value alu(AluOp op, Value left, long right) {
    return alu(op, left, constant(right));
  }

  /** 32-bit arithmetic; the high half of the result is 0. */
  public Value alu32(AluOp op, Value left, Value right) {
    return add(Type.SCALAR, new Operation.Alu(Width.W32, op, left, right));
  }

  /** 32-bit arithmetic with a number. */
  public Value alu32(AluOp op, Value left, long right) {
    return alu32(op, left, constant(right));
  }

  /** The low 8, 16 or 32 bits, sign-extended. */
  public Value signExtend(int bits, Value value) {
    return add(Type.SCALAR, new Operation.SignExtend(bits, value));
  }

  /** The low 1 to 63 bits, zero-extended. */
  public Value zeroExtend(int bits, Value value) {
    return alu(AluOp.AND, value, -1L >>> (64 - bits));
  }

  /** Byte order conversion of the low 16, 32 or 64 bits. */
  public Value byteSwap(Order order, int bits, Value value) {
    return add(Type.SCALAR, new Operation.ByteSwap(order, bits, value));
  }

  /** A number that the loader finds in the kernel's BTF, such as a member's offset in bytes. */
  public Value coreOffset(CoreAccess access) {
    return add(Type.SCALAR, new Operation.CoreValue(access));
  }

  /** Loads a member of a kernel object: a scalar, or a pointer to another kernel object. */
  public Value coreLoad(
      MemorySize size, boolean signed, Value pointer, CoreAccess access, Type result) {
    return add(result, new Operation.CoreLoad(size, signed, pointer, access));
  }

  /**
   * Calls a helper. The size given to RINGBUF_RESERVE must be one of {@link #constant(long)};
   * GET_CURRENT_TASK_BTF goes through {@link #currentTask}.
   */
  public Value call(HelperCall helper, Value... arguments) {
    return add(
        resultType(helper, List.of(arguments)), new Operation.Call(helper, List.of(arguments)));
  }

  /** The current {@code task_struct} as a typed pointer. */
  public Value currentTask(KernelStruct task) {
    return add(
        new Type.KernelPointer(task),
        new Operation.Call(HelperCall.GET_CURRENT_TASK_BTF, List.of()));
  }

  /** A new block, to be filled after {@link #switchTo}. Its name is made unique. */
  public OpenBlock newBlock(String label) {
    String unique = label;
    for (int i = 2; !labels.add(unique); i++) {
      unique = label + "_" + i;
    }
    OpenBlock block = new OpenBlock(this, new BlockLabel(unique));
    blocks.add(block);
    return block;
  }

  /** From here on, statements go into this block. */
  public FunctionBuilder switchTo(OpenBlock block) {
    current = block;
    return this;
  }

  /** The block that statements go into. */
  public OpenBlock currentBlock() {
    return current;
  }

  /** Ends the block: go on there. */
  public void jump(OpenBlock target, Value... arguments) {
    current.close(new Terminator.Jump(edge(target, arguments)), line);
  }

  /** Ends the block: compare and go one of two ways, to blocks without parameters. */
  public void branch(
      JumpOp op,
      Width width,
      Value left,
      Value right,
      OpenBlock ifTrue,
      OpenBlock ifFalse,
      Likelihood likelihood) {
    branch(op, width, left, right, edge(ifTrue), edge(ifFalse), likelihood);
  }

  /** Ends the block: compare all 64 bits with a number and go one of two ways. */
  public void branch(
      JumpOp op,
      Value left,
      long right,
      OpenBlock ifTrue,
      OpenBlock ifFalse,
      Likelihood likelihood) {
    branch(op, Width.W64, left, constant(right), edge(ifTrue), edge(ifFalse), likelihood);
  }

  /** Ends the block: compare and go one of two ways, with arguments. */
  public void branch(
      JumpOp op,
      Width width,
      Value left,
      Value right,
      Edge ifTrue,
      Edge ifFalse,
      Likelihood likelihood) {
    current.close(new Terminator.Branch(op, width, left, right, ifTrue, ifFalse, likelihood), line);
  }

  /** The way to a block, for a branch with arguments. */
  public Edge edge(OpenBlock target, Value... arguments) {
    return new Edge(target.label(), List.of(arguments));
  }

  /** Ends the program with a scalar. */
  public void exit(Value value) {
    current.close(new Terminator.Exit(value), line);
  }

  /** Ends the program with a number. */
  public void exit(long value) {
    exit(constant(value));
  }

  /** The function; every block must have been ended. */
  public BpfFunction finish() {
    return new BpfFunction(name, blocks.stream().map(OpenBlock::finish).toList());
  }

  Value newValue(Type type) {
    return new Value(nextValue++, type);
  }

  private Value add(Type type, Operation operation) {
    Value result = newValue(type);
    current.add(new Statement(result, operation, line));
    return result;
  }

  private Type resultType(HelperCall helper, List<Value> arguments) {
    return switch (helper.result()) {
      case NOTHING -> Type.NOTHING;
      case SCALAR -> Type.SCALAR;
      case MAP_VALUE_OR_NULL -> {
        if (!(arguments.getFirst().type() instanceof Type.MapAddress(MapShape map))) {
          throw new IllegalArgumentException(helper + " wants a map as its first argument");
        }
        yield new Type.OrNull(new Type.MapValue(map));
      }
      case RING_RECORD_OR_NULL -> {
        Long bytes = constants.get(arguments.get(1));
        if (bytes == null) {
          throw new IllegalArgumentException(helper + " wants a constant size");
        }
        yield new Type.OrNull(new Type.RingRecord(Math.toIntExact(bytes)));
      }
      case CURRENT_TASK -> throw new IllegalArgumentException("use currentTask(struct)");
    };
  }
}
