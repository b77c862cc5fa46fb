// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import static dev.surefoot.catalog.isa.MemorySize.B8;
import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R10;
import static dev.surefoot.catalog.isa.Register.R2;

import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.asm.Label;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.AtomicOp;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.Instruction.ByteSwap;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Operand;
import dev.surefoot.catalog.isa.Register;
import dev.surefoot.catalog.isa.Width;
import java.util.Random;

/**
 * Random programs that end and that the verifier accepts (kernels with ISA version 4). Each takes
 * R0 to R9 from {@link #STATE_MAP}, computes with them and with some words of stack, and leaves all
 * of these in the map: so that two machines can be compared.
 */
public final class RandomPrograms {
  /** A one-element array: what R0 to R9 begin with, what they end with, the words of stack. */
  public static final String STATE_MAP = "state";

  private static final int REGISTERS = 10;
  private static final int STACK_WORDS = 8;
  private static final int RESULT_OFFSET = REGISTERS * Long.BYTES;

  /** Bytes at the beginning of the state that a test sets. */
  public static final int INPUT_BYTES = RESULT_OFFSET;

  /** Bytes of the whole state. */
  public static final int STATE_BYTES = (2 * REGISTERS + STACK_WORDS) * Long.BYTES;

  /** Each doubles the paths that the verifier follows at worst. */
  private static final int MAXIMUM_BRANCHES = 6;

  private final Random random;
  private final Assembler code = new Assembler("random");
  private int branches;

  private RandomPrograms(long seed) {
    this.random = new Random(seed);
  }

  /** The map that the programs need. */
  public static MapDefinition stateMap() {
    return MapDefinition.of(STATE_MAP, MapType.ARRAY, 4, STATE_BYTES, 1, MapDefinition.MMAPABLE);
  }

  /** The program of this seed, for a section such as {@code syscall}. */
  public static ProgramDefinition program(String section, long seed) {
    RandomPrograms program = new RandomPrograms(seed);
    program.begin();
    program.statements(10 + program.random.nextInt(50));
    program.end();
    return new ProgramDefinition(section, program.code.assemble());
  }

  private void begin() {
    code.loadMapValue(R0, STATE_MAP, 0);
    for (int i = REGISTERS - 1; i >= 0; i--) {
      code.load(B8, Register.values()[i], R0, i * Long.BYTES);
    }
    for (int i = 0; i < STACK_WORDS; i++) {
      code.store(B8, R10, word(i), Register.values()[i]);
    }
  }

  private void end() {
    for (int i = 0; i < REGISTERS; i++) {
      code.store(B8, R10, word(STACK_WORDS + i), Register.values()[i]);
    }
    code.loadMapValue(R1, STATE_MAP, RESULT_OFFSET);
    for (int i = 0; i < REGISTERS; i++) {
      copy(word(STACK_WORDS + i), i * Long.BYTES);
    }
    for (int i = 0; i < STACK_WORDS; i++) {
      copy(word(i), (REGISTERS + i) * Long.BYTES);
    }
    code.mov(R0, 0).exit();
  }

  private void copy(int from, int to) {
    code.load(B8, R2, R10, from).store(B8, R1, to, R2);
  }

  private void statements(int count) {
    for (int i = 0; i < count; i++) {
      int kind = random.nextInt(20);
      if (kind == 0 && branches < MAXIMUM_BRANCHES) {
        branches++;
        block();
      } else if (kind == 1) {
        loop();
      } else {
        computation(REGISTERS);
      }
    }
  }

  private void block() {
    Label after = code.newLabel("after");
    code.jumpIf(width(), any(JumpOp.values()), register(), operand(REGISTERS), after);
    statements(1 + random.nextInt(5));
    code.label(after);
  }

  /** Counts in R9, which the body leaves alone. */
  private void loop() {
    Label start = code.newLabel("start");
    code.mov(Register.R9, 1 + random.nextInt(4)).label(start);
    int length = 1 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      computation(REGISTERS - 1);
    }
    code.sub(Register.R9, 1).jumpIf(JumpOp.NE, Register.R9, 0, start);
  }

  /** An instruction that writes none but the first registers. */
  private void computation(int registers) {
    switch (random.nextInt(10)) {
      case 0 -> signExtend(registers);
      case 1 ->
          code.emit(
              new ByteSwap(
                  any(ByteSwap.Order.values()), 16 << random.nextInt(3), register(registers)));
      case 2 -> load(registers);
      case 3 -> store();
      case 4 -> atomic(registers);
      case 5 -> code.loadImmediate64(register(registers), constant());
      default -> alu(registers);
    }
  }

  private void alu(int registers) {
    Width width = width();
    AluOp op = any(AluOp.values());
    Operand src =
        switch (op) {
          case NEG -> Operand.of(0);
          case LSH, RSH, ARSH -> random.nextBoolean() ? shift(width) : Operand.of(register());
          case DIV, SDIV, MOD, SMOD -> random.nextBoolean() ? divisor() : Operand.of(register());
          case ADD, SUB, MUL, OR, AND, XOR, MOV -> operand(REGISTERS);
        };
    code.alu(width, op, register(registers), src);
  }

  private void signExtend(int registers) {
    Width width = width();
    int bits = 8 << random.nextInt(width == Width.W64 ? 3 : 2);
    code.emit(new Instruction.SignExtend(width, bits, register(registers), register()));
  }

  private void load(int registers) {
    MemorySize size = any(MemorySize.values());
    if (size != B8 && random.nextBoolean()) {
      code.loadSigned(size, register(registers), R10, place(size));
    } else {
      code.load(size, register(registers), R10, place(size));
    }
  }

  private void store() {
    MemorySize size = any(MemorySize.values());
    code.emit(new Instruction.Store(size, R10, place(size), operand(REGISTERS)));
  }

  private void atomic(int registers) {
    Width width = width();
    AtomicOp op = any(AtomicOp.values());
    int offset = place(MemorySize.ofBytes(width.bits() / Byte.SIZE));
    code.atomic(width, op, R10, offset, register(registers));
  }

  private Operand operand(int registers) {
    return random.nextBoolean() ? Operand.of(register(registers)) : Operand.of((int) constant());
  }

  private Operand shift(Width width) {
    return Operand.of(random.nextInt(width.bits()));
  }

  private Operand divisor() {
    int value = (int) constant();
    return Operand.of(value == 0 ? 1 : value);
  }

  /** Often a number near to where something wraps. */
  private long constant() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(-3, 4);
      case 1 -> (1L << random.nextInt(64)) - random.nextInt(2);
      default -> random.nextLong();
    };
  }

  private int place(MemorySize size) {
    int places = STACK_WORDS * Long.BYTES / size.bytes();
    return -STACK_WORDS * Long.BYTES + random.nextInt(places) * size.bytes();
  }

  private static int word(int index) {
    return index < STACK_WORDS ? (index - STACK_WORDS) * Long.BYTES : -(index + 1) * Long.BYTES;
  }

  private Width width() {
    return any(Width.values());
  }

  private Register register() {
    return register(REGISTERS);
  }

  private Register register(int registers) {
    return Register.values()[random.nextInt(registers)];
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
