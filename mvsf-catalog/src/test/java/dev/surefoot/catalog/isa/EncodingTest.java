// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R10;
import static dev.surefoot.catalog.isa.Register.R2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EncodingTest {
  @Property
  void decodingGivesTheInstructionsBack(@ForAll long seed) {
    Random random = new Random(seed);
    List<Instruction> instructions =
        Stream.generate(() -> Instructions.random(random)).limit(50).toList();
    byte[] bytes = InstructionEncoder.encode(instructions);
    assertThat(InstructionDecoder.decode(bytes)).isEqualTo(instructions);
  }

  @Property
  void acceptedBytesEncodeToThemselves(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    bytes[1] = (byte) (random.nextInt(11) << 4 | random.nextInt(10));
    if (random.nextBoolean()) {
      bytes[2] = bytes[3] = 0;
    } else {
      bytes[4] = bytes[5] = bytes[6] = bytes[7] = 0;
    }
    try {
      List<Instruction> instructions = InstructionDecoder.decode(bytes);
      if (!(instructions.getFirst() instanceof Instruction.Jump)) {
        assertThat(InstructionEncoder.encode(instructions)).isEqualTo(bytes);
      }
    } catch (InvalidInstructionException e) {
      assertThat(e.slot()).isZero();
      assertThat(e.reason()).isNotEmpty();
    }
  }

  @Test
  void bytesAreThoseOfTheStandard() {
    assertThat(hex(new Instruction.Alu(Width.W64, AluOp.MOV, R0, Operand.of(-1))))
        .isEqualTo("b7000000ffffffff");
    assertThat(hex(new Instruction.Alu(Width.W32, AluOp.SDIV, R1, Operand.of(R2))))
        .isEqualTo("3c21010000000000");
    assertThat(hex(new Instruction.SignExtend(Width.W64, 32, R1, R2)))
        .isEqualTo("bf21200000000000");
    assertThat(hex(new Instruction.Load(MemorySize.B8, false, R1, R10, -8)))
        .isEqualTo("79a1f8ff00000000");
    assertThat(hex(new Instruction.Load(MemorySize.B4, true, R1, R10, -8)))
        .isEqualTo("81a1f8ff00000000");
    assertThat(hex(new Instruction.Store(MemorySize.B2, R10, -2, Operand.of(7))))
        .isEqualTo("6a0afeff07000000");
    assertThat(hex(new Instruction.Atomic(Width.W64, AtomicOp.CMPXCHG, R1, 8, R2)))
        .isEqualTo("db210800f1000000");
    assertThat(hex(new Instruction.ByteSwap(Instruction.ByteSwap.Order.SWAP, 64, R1)))
        .isEqualTo("d701000040000000");
    assertThat(hex(new Instruction.LoadImmediate64(R1, new Immediate64.Value(0x1122334455667788L))))
        .isEqualTo("18010000887766550000000044332211");
    assertThat(hex(new Instruction.CallKfunc(5, 1))).isEqualTo("8520010005000000");
    assertThat(hex(new Instruction.JumpIf(Width.W32, JumpOp.SLE, R1, Operand.of(3), -2)))
        .isEqualTo("d601feff03000000");
  }

  @Test
  void jumpBeyond16BitsIsLong() {
    assertThat(hex(new Instruction.Jump(-1))).isEqualTo("0500ffff00000000");
    assertThat(hex(new Instruction.Jump(0x8000))).isEqualTo("0600000000800000");
  }

  @Test
  void errorsNameSlotAndReason() {
    assertRejected("b700000000000000 9500000001000000", 1, "fields is 1, must be 0");
    assertRejected("b70b000000000000", 0, "register 11; 0 to 10");
    assertRejected("b70a000000000000", 0, "R10 is read-only");
    assertRejected("ff00000000000000", 0, "unknown instruction: opcode 0xff");
    assertRejected("1800000000000000", 0, "64-bit immediate without its second slot");
    assertRejected("1800000000000000 0100000000000000", 0, "reserved fields set");
    assertRejected("1870000000000000 0000000000000000", 0, "unknown source 7");
    assertRejected("8530000000000000", 0, "call of unknown kind 3");
    assertRejected("9500", 0, "only 2 of 8 bytes");
    assertRejected("d400000008000000", 0, "byte swap of 8 bits");
    assertRejected("bc10200000000000", 0, "sign extension of 32 bits");
  }

  private static void assertRejected(String hex, int slot, String reason) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertThatThrownBy(() -> InstructionDecoder.decode(bytes))
        .isInstanceOf(InvalidInstructionException.class)
        .hasMessageStartingWith("slot " + slot + ": ")
        .hasMessageContaining(reason);
  }

  private static String hex(Instruction instruction) {
    return HexFormat.of().formatHex(InstructionEncoder.encode(List.of(instruction)));
  }
}
