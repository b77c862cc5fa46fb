// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

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
import java.util.random.RandomGenerator;

/** Random instructions of every kind, each valid on its own. */
final class Instructions {
  private Instructions() {}

  static Instruction random(RandomGenerator random) {
    return switch (random.nextInt(14)) {
      case 0 -> alu(random);
      case 1 -> signExtend(random);
      case 2 ->
          new ByteSwap(
              any(random, ByteSwap.Order.values()), 16 << random.nextInt(3), writable(random));
      case 3 -> load(random);
      case 4 -> new Store(size(random), register(random), offset(random), operand(random));
      case 5 ->
          new Atomic(
              any(random, Width.values()),
              any(random, AtomicOp.values()),
              register(random),
              offset(random),
              register(random));
      case 6 -> new LoadImmediate64(writable(random), immediate64(random));
      case 7 -> legacy(random);
      case 8 -> new Jump(random.nextBoolean() ? offset(random) : random.nextInt());
      case 9 ->
          new JumpIf(
              any(random, Width.values()),
              any(random, JumpOp.values()),
              register(random),
              operand(random),
              offset(random));
      case 10 -> new CallHelper(1 + random.nextInt(211));
      case 11 -> new CallKfunc(random.nextInt(), offset(random));
      case 12 -> new CallSubprogram(random.nextInt());
      default -> new Exit();
    };
  }

  private static Instruction alu(RandomGenerator random) {
    AluOp op = any(random, AluOp.values());
    Operand src = op == AluOp.NEG ? Operand.of(0) : operand(random);
    return new Alu(any(random, Width.values()), op, writable(random), src);
  }

  private static Instruction signExtend(RandomGenerator random) {
    Width width = any(random, Width.values());
    int bits = 8 << random.nextInt(width == Width.W64 ? 3 : 2);
    return new SignExtend(width, bits, writable(random), register(random));
  }

  private static Instruction load(RandomGenerator random) {
    MemorySize size = size(random);
    boolean signed = size != MemorySize.B8 && random.nextBoolean();
    return new Load(size, signed, writable(random), register(random), offset(random));
  }

  private static Instruction legacy(RandomGenerator random) {
    MemorySize size = MemorySize.ofBytes(1 << random.nextInt(3));
    return new LegacyPacketLoad(
        size, random.nextBoolean() ? null : register(random), random.nextInt());
  }

  private static Immediate64 immediate64(RandomGenerator random) {
    return switch (random.nextInt(7)) {
      case 0 -> new Immediate64.Value(random.nextLong());
      case 1 -> new Immediate64.MapByFd(random.nextInt());
      case 2 -> new Immediate64.MapValueByFd(random.nextInt(), random.nextInt());
      case 3 -> new Immediate64.VariableByBtfId(random.nextInt(), random.nextInt());
      case 4 -> new Immediate64.Code(random.nextInt());
      case 5 -> new Immediate64.MapByIndex(random.nextInt());
      default -> new Immediate64.MapValueByIndex(random.nextInt(), random.nextInt());
    };
  }

  private static MemorySize size(RandomGenerator random) {
    return any(random, MemorySize.values());
  }

  private static Register register(RandomGenerator random) {
    return any(random, Register.values());
  }

  private static Register writable(RandomGenerator random) {
    return Register.values()[random.nextInt(10)];
  }

  private static Operand operand(RandomGenerator random) {
    return random.nextBoolean() ? Operand.of(register(random)) : Operand.of(random.nextInt());
  }

  private static int offset(RandomGenerator random) {
    return (short) random.nextInt();
  }

  private static <T> T any(RandomGenerator random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
