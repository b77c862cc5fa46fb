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
import java.util.List;
import java.util.Locale;

/** Instructions in the notation of the verifier's log and {@code bpftool prog dump xlated}. */
public final class InstructionPrinter {
  private InstructionPrinter() {}

  /** One line for each instruction: slot number, opcode in hex, the instruction. */
  public static String print(List<Instruction> instructions) {
    StringBuilder out = new StringBuilder();
    int slot = 0;
    for (Instruction instruction : instructions) {
      out.append(line(slot, instruction, print(instruction))).append('\n');
      slot += instruction.slots();
    }
    return out.toString();
  }

  /** One line with the given text for the instruction. */
  public static String line(int slot, Instruction instruction, String text) {
    int opcode = InstructionEncoder.opcode(instruction);
    return String.format(Locale.ROOT, "%4d: (%02x) %s", slot, opcode, text);
  }

  /** The instruction alone, for example {@code r1 = *(u64 *)(r10 -8)}. */
  public static String print(Instruction instruction) {
    return switch (instruction) {
      case Alu(Width width, AluOp op, Register dst, _) when op == AluOp.NEG ->
          register(width, dst) + " = -" + register(width, dst);
      case Alu(Width width, AluOp op, Register dst, Operand src) ->
          register(width, dst) + " " + symbol(op) + " " + operand(width, src);
      case SignExtend(Width width, int bits, Register dst, Register src) ->
          register(width, dst) + " = (s" + bits + ")" + register(width, src);
      case ByteSwap(ByteSwap.Order order, int bits, Register dst) ->
          register(dst) + " = " + symbol(order) + bits + " " + register(dst);
      case Load(MemorySize size, boolean signed, Register dst, Register base, int offset) ->
          register(dst) + " = *" + memory(signed ? "s" : "u", size, base, offset);
      case Store(MemorySize size, Register base, int offset, Operand src) ->
          "*" + memory("u", size, base, offset) + " = " + operand(Width.W64, src);
      case Atomic atomic -> atomic(atomic);
      case LoadImmediate64(Register dst, Immediate64 source) ->
          register(dst) + " = " + immediate64(source);
      case LegacyPacketLoad(MemorySize size, Register index, int offset) ->
          "r0 = *(u%d *)skb[%s%d]"
              .formatted(size.bytes() * 8, index == null ? "" : register(index) + " + ", offset);
      case Jump(int offset) -> (offset == (short) offset ? "goto pc" : "gotol pc") + signed(offset);
      case JumpIf(Width width, JumpOp op, Register left, Operand right, int offset) ->
          "if %s %s %s goto pc%s"
              .formatted(register(width, left), symbol(op), compared(width, right), signed(offset));
      case CallHelper(int id) ->
          "call " + Helper.byId(id).map(Helper::kernelName).orElse("unknown") + "#" + id;
      case CallKfunc(int btfId, _) -> "call kernel-function#" + btfId;
      case CallSubprogram(int offset) -> "call pc" + signed(offset);
      case Exit _ -> "exit";
    };
  }

  private static String atomic(Atomic atomic) {
    MemorySize size = MemorySize.ofBytes(atomic.width().bits() / 8);
    String place = memory("u", size, atomic.base(), atomic.offset());
    String src = register(atomic.src());
    String function = atomic.width() == Width.W64 ? "atomic64_" : "atomic_";
    return switch (atomic.op()) {
      case ADD -> "lock *" + place + " += " + src;
      case OR -> "lock *" + place + " |= " + src;
      case AND -> "lock *" + place + " &= " + src;
      case XOR -> "lock *" + place + " ^= " + src;
      case ADD_FETCH -> "%s = %sfetch_add(%s, %s)".formatted(src, function, place, src);
      case OR_FETCH -> "%s = %sfetch_or(%s, %s)".formatted(src, function, place, src);
      case AND_FETCH -> "%s = %sfetch_and(%s, %s)".formatted(src, function, place, src);
      case XOR_FETCH -> "%s = %sfetch_xor(%s, %s)".formatted(src, function, place, src);
      case XCHG -> "%s = %sxchg(%s, %s)".formatted(src, function, place, src);
      case CMPXCHG -> "r0 = %scmpxchg(%s, r0, %s)".formatted(function, place, src);
    };
  }

  private static String immediate64(Immediate64 source) {
    return switch (source) {
      case Immediate64.Value(long value) -> "0x" + Long.toHexString(value);
      case Immediate64.MapByFd(int fd) -> "map[fd:" + fd + "]";
      case Immediate64.MapValueByFd(int fd, int offset) -> "map[fd:" + fd + "][0]+" + offset;
      case Immediate64.VariableByBtfId(int id, _) -> "var[id:" + id + "]";
      case Immediate64.Code(int offset) -> "subprog[" + signed(offset) + "]";
      case Immediate64.MapByIndex(int index) -> "map[idx:" + index + "]";
      case Immediate64.MapValueByIndex(int index, int offset) -> "map[idx:" + index + "]+" + offset;
    };
  }

  private static String symbol(AluOp op) {
    return switch (op) {
      case ADD -> "+=";
      case SUB -> "-=";
      case MUL -> "*=";
      case DIV -> "/=";
      case SDIV -> "s/=";
      case OR -> "|=";
      case AND -> "&=";
      case LSH -> "<<=";
      case RSH -> ">>=";
      case NEG -> "neg";
      case MOD -> "%=";
      case SMOD -> "s%=";
      case XOR -> "^=";
      case MOV -> "=";
      case ARSH -> "s>>=";
    };
  }

  private static String symbol(JumpOp op) {
    return switch (op) {
      case EQ -> "==";
      case GT -> ">";
      case GE -> ">=";
      case SET -> "&";
      case NE -> "!=";
      case SGT -> "s>";
      case SGE -> "s>=";
      case LT -> "<";
      case LE -> "<=";
      case SLT -> "s<";
      case SLE -> "s<=";
    };
  }

  private static String symbol(ByteSwap.Order order) {
    return switch (order) {
      case TO_LITTLE_ENDIAN -> "le";
      case TO_BIG_ENDIAN -> "be";
      case SWAP -> "bswap";
    };
  }

  private static String memory(String sign, MemorySize size, Register base, int offset) {
    return "(%s%d *)(%s %s)".formatted(sign, size.bytes() * 8, register(base), signed(offset));
  }

  private static String operand(Width width, Operand operand) {
    return switch (operand) {
      case Operand.Reg(Register register) -> register(width, register);
      case Operand.Imm(int value) -> Integer.toString(value);
    };
  }

  private static String compared(Width width, Operand operand) {
    return switch (operand) {
      case Operand.Reg(Register register) -> register(width, register);
      case Operand.Imm(int value) -> "0x" + Integer.toHexString(value);
    };
  }

  private static String register(Register register) {
    return "r" + register.number();
  }

  private static String register(Width width, Register register) {
    return (width == Width.W32 ? "w" : "r") + register.number();
  }

  private static String signed(int offset) {
    return offset < 0 ? Integer.toString(offset) : "+" + offset;
  }
}
