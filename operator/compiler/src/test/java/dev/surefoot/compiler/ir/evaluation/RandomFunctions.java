// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.evaluation;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Instruction.ByteSwap.Order;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random well-typed functions over one array, a frame slot, the context and helpers. */
public final class RandomFunctions {
  /** Bytes of the array. */
  public static final int ARRAY_BYTES = 512;

  /** The array that functions use. */
  public static final MapDefinition ARRAY =
      MapDefinition.of("data", MapType.ARRAY, 4, ARRAY_BYTES, 1, 0);

  /** Words of the context. */
  public static final int CONTEXT_WORDS = 2;

  private static final List<AluOp> OPS =
      List.of(
          AluOp.ADD,
          AluOp.SUB,
          AluOp.MUL,
          AluOp.DIV,
          AluOp.SDIV,
          AluOp.OR,
          AluOp.AND,
          AluOp.LSH,
          AluOp.RSH,
          AluOp.MOD,
          AluOp.SMOD,
          AluOp.XOR,
          AluOp.ARSH);
  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    2,
    3,
    7,
    8,
    10,
    16,
    63,
    64,
    255,
    1000,
    4096,
    0x7fff_ffffL,
    0x8000_0000L,
    0xffff_ffffL,
    0x1_0000_0000L,
    -8,
    -1000,
    Long.MIN_VALUE,
    Long.MAX_VALUE,
    0x1234_5678_9abcL
  };

  private final Random random;
  private final FunctionBuilder b = new FunctionBuilder("random");
  private final Value slot;
  private int budget;

  private RandomFunctions(long seed) {
    random = new Random(seed);
    budget = 10 + random.nextInt(60);
    slot = b.stackSlot(32, 8);
  }

  /** The function of this seed. */
  public static BpfFunction function(long seed) {
    return new RandomFunctions(seed).build();
  }

  private BpfFunction build() {
    for (int i = 0; i < 4; i++) {
      b.store(MemorySize.B8, slot, 8 * i, i);
    }
    List<Value> numbers = new ArrayList<>(List.of(b.parameter(0), b.parameter(1)));
    body(numbers, 3);
    b.exit(digest(numbers));
    return b.finish();
  }

  /** All numbers in one, so that none of them is dead. */
  private Value digest(List<Value> numbers) {
    Value sum = b.constant(17);
    for (Value number : numbers) {
      sum = b.alu(AluOp.XOR, b.alu(AluOp.MUL, sum, 31), number);
    }
    return sum;
  }

  private void body(List<Value> numbers, int depth) {
    int statements = 1 + random.nextInt(12);
    for (int i = 0; i < statements && budget > 0; i++) {
      budget--;
      if (depth > 0 && random.nextInt(5) == 0) {
        fork(numbers, depth);
      } else {
        statement(numbers);
      }
    }
  }

  private void fork(List<Value> numbers, int depth) {
    OpenBlock one = b.newBlock("one");
    OpenBlock other = b.newBlock("other");
    OpenBlock join = b.newBlock("join");
    boolean guarded = random.nextInt(3) == 0;
    Value left = pick(numbers);
    if (guarded) {
      b.branch(JumpOp.LT, left, ARRAY_BYTES - 8, one, other, likelihood());
    } else {
      Width width = random.nextBoolean() ? Width.W64 : Width.W32;
      JumpOp op = JumpOp.values()[random.nextInt(JumpOp.values().length)];
      b.branch(op, width, left, operand(numbers), one, other, likelihood());
    }
    b.switchTo(one);
    List<Value> inOne = new ArrayList<>(numbers);
    if (guarded) {
      inOne.add(b.load(MemorySize.B8, b.pointerAdd(b.mapValue(ARRAY, 0), left), 0));
    }
    body(inOne, depth - 1);
    boolean ends = random.nextInt(4) == 0;
    if (ends) {
      b.exit(random.nextBoolean() ? digest(inOne) : b.constant(0));
    } else {
      b.jump(join, pick(inOne), random.nextBoolean() ? pick(inOne) : b.constant(1));
    }
    b.switchTo(other);
    List<Value> inOther = new ArrayList<>(numbers);
    body(inOther, depth - 1);
    b.jump(join, pick(inOther), b.constant(random.nextInt(2)));
    b.switchTo(join);
    numbers.add(join.parameter());
    numbers.add(join.parameter());
  }

  private void statement(List<Value> numbers) {
    switch (random.nextInt(12)) {
      case 0 -> numbers.add(b.call(helper()));
      case 1 -> {
        MemorySize size = size();
        b.store(size, slot, random.nextInt(32 / size.bytes()) * size.bytes(), operand(numbers));
      }
      case 2 -> {
        MemorySize size = size();
        int offset = random.nextInt(32 / size.bytes()) * size.bytes();
        numbers.add(
            random.nextBoolean() ? b.load(size, slot, offset) : b.loadSigned(size, slot, offset));
      }
      case 3 -> b.store(size(), pointer(numbers), random.nextInt(100), operand(numbers));
      case 4 -> numbers.add(b.load(size(), pointer(numbers), random.nextInt(100)));
      case 5 ->
          b.atomicAdd(
              random.nextBoolean() ? MemorySize.B4 : MemorySize.B8,
              pointer(numbers),
              8 * random.nextInt(10),
              pick(numbers));
      case 6 -> numbers.add(b.signExtend(8 << random.nextInt(3), pick(numbers)));
      case 7 ->
          numbers.add(
              b.byteSwap(
                  random.nextBoolean() ? Order.TO_BIG_ENDIAN : Order.TO_LITTLE_ENDIAN,
                  16 << random.nextInt(3),
                  pick(numbers)));
      case 8 -> numbers.add(b.zeroExtend(1 + random.nextInt(63), pick(numbers)));
      default -> {
        AluOp op = OPS.get(random.nextInt(OPS.size()));
        Value left = random.nextInt(6) == 0 ? operand(numbers) : pick(numbers);
        numbers.add(
            random.nextBoolean()
                ? b.alu(op, left, operand(numbers))
                : b.alu32(op, left, operand(numbers)));
      }
    }
  }

  /** A pointer to the array, aligned to 8 and with at least 112 bytes behind it. */
  private Value pointer(List<Value> numbers) {
    Value base = b.mapValue(ARRAY, 8 * random.nextInt(10));
    if (random.nextBoolean()) {
      return base;
    }
    Value index = b.alu(AluOp.AND, pick(numbers), 31);
    Value moved = b.pointerAdd(base, b.alu(AluOp.MUL, index, 8));
    return random.nextBoolean() ? moved : b.pointerAdd(moved, 8L * random.nextInt(3));
  }

  private HelperCall helper() {
    return switch (random.nextInt(4)) {
      case 0 -> HelperCall.KTIME_GET_NS;
      case 1 -> HelperCall.GET_CURRENT_PID_TGID;
      case 2 -> HelperCall.GET_CURRENT_UID_GID;
      default -> HelperCall.GET_SMP_PROCESSOR_ID;
    };
  }

  private Value operand(List<Value> numbers) {
    return random.nextInt(3) == 0
        ? b.constant(NUMBERS[random.nextInt(NUMBERS.length)])
        : pick(numbers);
  }

  private Value pick(List<Value> numbers) {
    return numbers.get(random.nextInt(numbers.size()));
  }

  private MemorySize size() {
    return MemorySize.values()[random.nextInt(4)];
  }

  private Likelihood likelihood() {
    return Likelihood.values()[random.nextInt(3)];
  }
}
