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
import dev.surefoot.catalog.isa.Instruction.SignExtend;
import dev.surefoot.catalog.isa.Instruction.Store;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/** One slot to its instruction, for all instructions of one slot. */
final class SlotDecoder {
  private static final Register[] REGISTERS = Register.values();

  private final int index;
  private final Slot slot;

  SlotDecoder(int index, Slot slot) {
    this.index = index;
    this.slot = slot;
  }

  Instruction decode() {
    return switch (slot.opcode() & Opcode.CLASS_MASK) {
      case Opcode.LD -> legacyLoad();
      case Opcode.LDX -> load();
      case Opcode.ST, Opcode.STX -> store();
      case Opcode.ALU -> alu(Width.W32);
      case Opcode.ALU64 -> alu(Width.W64);
      case Opcode.JMP -> jump(Width.W64);
      case Opcode.JMP32 -> jump(Width.W32);
      default -> throw new AssertionError("a class has three bits");
    };
  }

  Register writableDst() {
    Register dst = register(slot.dst());
    require(dst != Register.R10, "R10 is read-only");
    return dst;
  }

  private Instruction alu(Width width) {
    if (slot.operation() == Opcode.END) {
      return byteSwap(width);
    }
    boolean fromRegister = slot.hasSourceRegister();
    if (slot.operation() == AluOp.MOV.code() && fromRegister && slot.offset() != 0) {
      int bits = slot.offset();
      require(
          bits == 8 || bits == 16 || (bits == 32 && width == Width.W64),
          "sign extension of " + bits + " bits");
      requireZero("immediate", slot.immediate());
      return new SignExtend(width, bits, writableDst(), register(slot.src()));
    }
    AluOp op =
        find(
            AluOp.values(),
            candidate ->
                candidate.code() == slot.operation() && candidate.offset() == slot.offset());
    Operand operand = operand();
    require(op != AluOp.NEG || operand.equals(Operand.of(0)), "NEG takes no operand");
    return new Alu(width, op, writableDst(), operand);
  }

  private Instruction byteSwap(Width width) {
    requireZero("source", slot.src());
    requireZero("offset", slot.offset());
    int bits = slot.immediate();
    require(bits == 16 || bits == 32 || bits == 64, "byte swap of " + bits + " bits");
    require(width == Width.W32 || !slot.hasSourceRegister(), "unconditional swap with source bit");
    ByteSwap.Order order =
        switch (width) {
          case W64 -> ByteSwap.Order.SWAP;
          case W32 ->
              slot.hasSourceRegister()
                  ? ByteSwap.Order.TO_BIG_ENDIAN
                  : ByteSwap.Order.TO_LITTLE_ENDIAN;
        };
    return new ByteSwap(order, bits, writableDst());
  }

  private Instruction jump(Width width) {
    return switch (slot.operation()) {
      case Opcode.JA -> jumpAlways(width);
      case Opcode.CALL -> call(width);
      case Opcode.EXIT -> {
        require(width == Width.W64 && slot.opcode() == (Opcode.JMP | Opcode.EXIT), unknown());
        requireZero("fields", slot.dst() | slot.src() | slot.offset() | slot.immediate());
        yield new Exit();
      }
      default -> {
        JumpOp op = find(JumpOp.values(), candidate -> candidate.code() == slot.operation());
        yield new JumpIf(width, op, register(slot.dst()), operand(), slot.offset());
      }
    };
  }

  private Instruction jumpAlways(Width width) {
    require(!slot.hasSourceRegister(), unknown());
    requireZero("registers", slot.dst() | slot.src());
    return switch (width) {
      case W64 -> {
        requireZero("immediate", slot.immediate());
        yield new Jump(slot.offset());
      }
      case W32 -> {
        requireZero("offset", slot.offset());
        yield new Jump(slot.immediate());
      }
    };
  }

  private Instruction call(Width width) {
    require(width == Width.W64 && !slot.hasSourceRegister(), unknown());
    requireZero("destination", slot.dst());
    return switch (slot.src()) {
      case Opcode.CALL_HELPER -> {
        requireZero("offset", slot.offset());
        yield new CallHelper(slot.immediate());
      }
      case Opcode.CALL_SUBPROGRAM -> {
        requireZero("offset", slot.offset());
        yield new CallSubprogram(slot.immediate());
      }
      case Opcode.CALL_KFUNC -> new CallKfunc(slot.immediate(), slot.offset());
      default -> throw invalid("call of unknown kind " + slot.src());
    };
  }

  private Instruction load() {
    int mode = slot.opcode() & Opcode.MODE_MASK;
    require(mode == Opcode.MEM || mode == Opcode.MEMSX, unknown());
    boolean signed = mode == Opcode.MEMSX;
    require(!signed || size() != MemorySize.B8, unknown());
    requireZero("immediate", slot.immediate());
    return new Load(size(), signed, writableDst(), register(slot.src()), slot.offset());
  }

  private Instruction store() {
    boolean fromRegister = (slot.opcode() & Opcode.CLASS_MASK) == Opcode.STX;
    Register base = register(slot.dst());
    int mode = slot.opcode() & Opcode.MODE_MASK;
    if (mode == Opcode.ATOMIC && fromRegister) {
      MemorySize size = size();
      require(size == MemorySize.B4 || size == MemorySize.B8, "atomic of " + size.bytes());
      AtomicOp op = find(AtomicOp.values(), candidate -> candidate.code() == slot.immediate());
      Width width = size == MemorySize.B4 ? Width.W32 : Width.W64;
      return new Atomic(width, op, base, slot.offset(), register(slot.src()));
    }
    require(mode == Opcode.MEM, unknown());
    return new Store(size(), base, slot.offset(), fromRegister ? sourceRegister() : immediate());
  }

  private Instruction legacyLoad() {
    require(size() != MemorySize.B8, unknown());
    requireZero("destination", slot.dst());
    requireZero("offset", slot.offset());
    return switch (slot.opcode() & Opcode.MODE_MASK) {
      case Opcode.ABS -> {
        requireZero("source", slot.src());
        yield new LegacyPacketLoad(size(), null, slot.immediate());
      }
      case Opcode.IND -> new LegacyPacketLoad(size(), register(slot.src()), slot.immediate());
      default -> throw invalid(unknown());
    };
  }

  private MemorySize size() {
    return find(
        MemorySize.values(), candidate -> candidate.code() == (slot.opcode() & Opcode.SIZE_MASK));
  }

  private Operand operand() {
    return slot.hasSourceRegister() ? sourceRegister() : immediate();
  }

  private Operand sourceRegister() {
    requireZero("immediate", slot.immediate());
    return Operand.of(register(slot.src()));
  }

  private Operand immediate() {
    requireZero("source", slot.src());
    return Operand.of(slot.immediate());
  }

  private Register register(int number) {
    require(number < REGISTERS.length, "register " + number + "; 0 to 10");
    return REGISTERS[number];
  }

  private <T> T find(T[] candidates, Predicate<T> matches) {
    return Arrays.stream(candidates)
        .filter(matches)
        .findFirst()
        .orElseThrow(() -> invalid(unknown()));
  }

  private void requireZero(String field, int value) {
    require(value == 0, field + " is " + value + ", must be 0");
  }

  private void require(boolean condition, String reason) {
    if (!condition) {
      throw invalid(reason);
    }
  }

  private String unknown() {
    return String.format(
        Locale.ROOT,
        "unknown instruction: opcode 0x%02x, offset %d, immediate %d",
        slot.opcode(),
        slot.offset(),
        slot.immediate());
  }

  private InvalidInstructionException invalid(String reason) {
    return new InvalidInstructionException(index, reason);
  }
}
