// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.evaluation;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Instruction.ByteSwap.Order;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Edge;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.MapShape;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.StackSlot;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.Value;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Runs a function statement by statement; the memory of its arrays stays from run to run. */
public final class IrEvaluator {
  private final Map<String, ByteBuffer> arrays = new HashMap<>();
  private final ToLongFunction<HelperCall> helpers;
  private final Map<Value, Object> values = new HashMap<>();
  private final Map<StackSlot, ByteBuffer> slots = new HashMap<>();
  private ByteBuffer context = ByteBuffer.allocate(0);

  private record Pointer(ByteBuffer memory, long offset) {}

  /** An evaluator for which helpers without arguments give these numbers. */
  public IrEvaluator(ToLongFunction<HelperCall> helpers) {
    this.helpers = helpers;
  }

  /** The memory of a one-element array. */
  public byte[] array(MapShape map) {
    return memory(map).array();
  }

  /** The function's result. */
  public long run(BpfFunction function, byte[] words) {
    values.clear();
    slots.clear();
    context = ByteBuffer.wrap(words).order(LITTLE_ENDIAN);
    Block block = function.entry();
    while (true) {
      for (Statement statement : block.statements()) {
        values.put(statement.result(), evaluate(statement.operation()));
      }
      Edge edge;
      switch (block.terminator()) {
        case Terminator.Exit(Value value) -> {
          return number(value);
        }
        case Terminator.Jump(Edge next) -> edge = next;
        case Terminator.Branch branch -> edge = holds(branch) ? branch.ifTrue() : branch.ifFalse();
      }
      block = enter(function, edge);
    }
  }

  private Block enter(BpfFunction function, Edge edge) {
    Block block = function.block(edge.target());
    List<Object> arguments = edge.arguments().stream().map(values::get).toList();
    for (int i = 0; i < arguments.size(); i++) {
      values.put(block.parameters().get(i), arguments.get(i));
    }
    return block;
  }

  private Object evaluate(Operation operation) {
    return switch (operation) {
      case Operation.Constant(long value) -> value;
      case Operation.Context _ -> new Pointer(context, 0);
      case Operation.MapValueAddress(MapShape map, int offset) -> new Pointer(memory(map), offset);
      case Operation.StackAddress(StackSlot slot) ->
          new Pointer(
              slots.computeIfAbsent(slot, s -> ByteBuffer.allocate(s.bytes()).order(LITTLE_ENDIAN)),
              0);
      case Operation.Alu(Width width, AluOp op, Value left, Value right) ->
          arithmetic(width, op, number(left), number(right));
      case Operation.SignExtend(int bits, Value value) ->
          number(value) << (64 - bits) >> (64 - bits);
      case Operation.ByteSwap(Order order, int bits, Value value) ->
          order == Order.TO_LITTLE_ENDIAN
              ? number(value) << (64 - bits) >>> (64 - bits)
              : Long.reverseBytes(number(value)) >>> (64 - bits);
      case Operation.PointerAdd(Value pointer, Value offset) -> {
        Pointer from = (Pointer) values.get(pointer);
        yield new Pointer(from.memory(), from.offset() + number(offset));
      }
      case Operation.Load(MemorySize size, boolean signed, Value pointer, int offset) -> {
        long loaded = load(size, pointer, offset);
        int unused = 64 - 8 * size.bytes();
        yield signed ? loaded << unused >> unused : loaded;
      }
      case Operation.Store(MemorySize size, Value pointer, int offset, Value value) -> {
        store(size, pointer, offset, number(value));
        yield 0L;
      }
      case Operation.AtomicAdd(MemorySize size, Value pointer, int offset, Value value) -> {
        store(size, pointer, offset, load(size, pointer, offset) + number(value));
        yield 0L;
      }
      case Operation.Call(HelperCall helper, List<Value> arguments) -> {
        if (!arguments.isEmpty()) {
          throw new UnsupportedOperationException(helper + " is not evaluated");
        }
        yield helpers.applyAsLong(helper);
      }
      case Operation.MapAddress _, Operation.CoreValue _, Operation.CoreLoad _ ->
          throw new UnsupportedOperationException(operation + " is not evaluated");
    };
  }

  private long load(MemorySize size, Value pointer, int offset) {
    Pointer from = (Pointer) values.get(pointer);
    int at = Math.toIntExact(from.offset() + offset);
    return switch (size) {
      case B1 -> from.memory().get(at) & 0xffL;
      case B2 -> from.memory().getShort(at) & 0xffffL;
      case B4 -> from.memory().getInt(at) & 0xffff_ffffL;
      case B8 -> from.memory().getLong(at);
    };
  }

  private void store(MemorySize size, Value pointer, int offset, long value) {
    Pointer to = (Pointer) values.get(pointer);
    int at = Math.toIntExact(to.offset() + offset);
    switch (size) {
      case B1 -> to.memory().put(at, (byte) value);
      case B2 -> to.memory().putShort(at, (short) value);
      case B4 -> to.memory().putInt(at, (int) value);
      case B8 -> to.memory().putLong(at, value);
    }
  }

  private boolean holds(Terminator.Branch branch) {
    int unused = 64 - branch.width().bits();
    long left = number(branch.left());
    long right = number(branch.right());
    return switch (branch.op()) {
      case SGT, SGE, SLT, SLE ->
          compare(branch.op(), Long.compare(left << unused >> unused, right << unused >> unused));
      case EQ, NE, GT, GE, LT, LE ->
          compare(
              branch.op(),
              Long.compareUnsigned(left << unused >>> unused, right << unused >>> unused));
      case SET -> (left & right) << unused != 0;
    };
  }

  private static boolean compare(JumpOp op, int order) {
    return switch (op) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case GT, SGT -> order > 0;
      case GE, SGE -> order >= 0;
      case LT, SLT -> order < 0;
      case LE, SLE -> order <= 0;
      case SET -> throw new IllegalArgumentException("SET orders nothing");
    };
  }

  /** In unbounded integers, cut at the end: RFC 9669, section 4.1. */
  private static long arithmetic(Width width, AluOp op, long left, long right) {
    int bits = width.bits();
    BigInteger modulus = BigInteger.TWO.pow(bits);
    BigInteger a = BigInteger.valueOf(left).mod(modulus);
    BigInteger b = BigInteger.valueOf(right).mod(modulus);
    BigInteger signedA = a.testBit(bits - 1) ? a.subtract(modulus) : a;
    BigInteger signedB = b.testBit(bits - 1) ? b.subtract(modulus) : b;
    int shift = b.intValue() & (bits - 1);
    BigInteger result =
        switch (op) {
          case ADD -> a.add(b);
          case SUB -> a.subtract(b);
          case MUL -> a.multiply(b);
          case DIV -> b.signum() == 0 ? b : a.divide(b);
          case MOD -> b.signum() == 0 ? a : a.mod(b);
          case SDIV -> b.signum() == 0 ? b : signedA.divide(signedB);
          case SMOD -> b.signum() == 0 ? a : signedA.remainder(signedB);
          case AND -> a.and(b);
          case OR -> a.or(b);
          case XOR -> a.xor(b);
          case LSH -> a.shiftLeft(shift);
          case RSH -> a.shiftRight(shift);
          case ARSH -> signedA.shiftRight(shift);
          case NEG, MOV -> throw new IllegalArgumentException(op + " has no two operands");
        };
    return result.mod(modulus).longValue();
  }

  private long number(Value value) {
    return (Long) values.get(value);
  }

  private ByteBuffer memory(MapShape map) {
    return arrays.computeIfAbsent(
        map.name(), _ -> ByteBuffer.allocate(map.valueBytes()).order(LITTLE_ENDIAN));
  }
}
