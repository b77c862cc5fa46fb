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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Instructions to the bytes that a little-endian kernel takes (RFC 9669, section 3). */
public final class InstructionEncoder {
  private InstructionEncoder() {}

  /** The instructions' slots, one after the other. */
  public static byte[] encode(List<Instruction> instructions) {
    int slots = instructions.stream().mapToInt(Instruction::slots).sum();
    ByteBuffer out = ByteBuffer.allocate(slots * Slot.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Instruction instruction : instructions) {
      slot(instruction).writeTo(out);
      if (instruction instanceof LoadImmediate64 load) {
        new Slot(0, 0, 0, 0, EncodedImmediate64.of(load.source()).high()).writeTo(out);
      }
    }
    return out.array();
  }

  /** The opcode byte of the instruction. */
  public static int opcode(Instruction instruction) {
    return slot(instruction).opcode();
  }

  private static Slot slot(Instruction instruction) {
    return switch (instruction) {
      case Alu(Width width, AluOp op, Register dst, Operand src) ->
          withOperand(aluClass(width) | op.code(), dst, op.offset(), src);
      case SignExtend(Width width, int bits, Register dst, Register src) ->
          withOperand(aluClass(width) | AluOp.MOV.code(), dst, bits, Operand.of(src));
      case ByteSwap(ByteSwap.Order order, int bits, Register dst) ->
          new Slot(Opcode.END | byteSwap(order), dst.number(), 0, 0, bits);
      case Load(MemorySize size, boolean signed, Register dst, Register base, int offset) ->
          new Slot(
              Opcode.LDX | size.code() | (signed ? Opcode.MEMSX : Opcode.MEM),
              dst.number(),
              base.number(),
              offset,
              0);
      case Store store -> store(store);
      case Atomic(Width width, AtomicOp op, Register base, int offset, Register src) ->
          new Slot(
              Opcode.STX | Opcode.ATOMIC | atomicSize(width).code(),
              base.number(),
              src.number(),
              offset,
              op.code());
      case LoadImmediate64(Register dst, Immediate64 source) -> {
        EncodedImmediate64 encoded = EncodedImmediate64.of(source);
        yield new Slot(Opcode.LOAD_IMMEDIATE_64, dst.number(), encoded.source(), 0, encoded.low());
      }
      case LegacyPacketLoad(MemorySize size, Register index, int offset) ->
          index == null
              ? new Slot(Opcode.LD | size.code() | Opcode.ABS, 0, 0, 0, offset)
              : new Slot(Opcode.LD | size.code() | Opcode.IND, 0, index.number(), 0, offset);
      case Jump(int offset) ->
          offset == (short) offset
              ? new Slot(Opcode.JMP | Opcode.JA, 0, 0, offset, 0)
              : new Slot(Opcode.JMP32 | Opcode.JA, 0, 0, 0, offset);
      case JumpIf(Width width, JumpOp op, Register left, Operand right, int offset) ->
          withOperand(jumpClass(width) | op.code(), left, offset, right);
      case CallHelper(int id) -> call(Opcode.CALL_HELPER, 0, id);
      case CallKfunc(int btfId, int fdIndex) -> call(Opcode.CALL_KFUNC, fdIndex, btfId);
      case CallSubprogram(int offset) -> call(Opcode.CALL_SUBPROGRAM, 0, offset);
      case Exit _ -> new Slot(Opcode.JMP | Opcode.EXIT, 0, 0, 0, 0);
    };
  }

  private static Slot store(Store store) {
    int common = store.size().code() | Opcode.MEM;
    int base = store.base().number();
    return switch (store.src()) {
      case Operand.Reg(Register src) ->
          new Slot(Opcode.STX | common, base, src.number(), store.offset(), 0);
      case Operand.Imm(int value) -> new Slot(Opcode.ST | common, base, 0, store.offset(), value);
    };
  }

  private static Slot withOperand(int opcode, Register dst, int offset, Operand operand) {
    return switch (operand) {
      case Operand.Reg(Register src) ->
          new Slot(opcode | Opcode.SOURCE_REGISTER, dst.number(), src.number(), offset, 0);
      case Operand.Imm(int value) -> new Slot(opcode, dst.number(), 0, offset, value);
    };
  }

  private static Slot call(int source, int offset, int immediate) {
    return new Slot(Opcode.JMP | Opcode.CALL, 0, source, offset, immediate);
  }

  private static int aluClass(Width width) {
    return switch (width) {
      case W32 -> Opcode.ALU;
      case W64 -> Opcode.ALU64;
    };
  }

  private static int jumpClass(Width width) {
    return switch (width) {
      case W32 -> Opcode.JMP32;
      case W64 -> Opcode.JMP;
    };
  }

  private static MemorySize atomicSize(Width width) {
    return MemorySize.ofBytes(width.bits() / Byte.SIZE);
  }

  private static int byteSwap(ByteSwap.Order order) {
    return switch (order) {
      case TO_LITTLE_ENDIAN -> Opcode.ALU;
      case TO_BIG_ENDIAN -> Opcode.ALU | Opcode.SOURCE_REGISTER;
      case SWAP -> Opcode.ALU64;
    };
  }
}
