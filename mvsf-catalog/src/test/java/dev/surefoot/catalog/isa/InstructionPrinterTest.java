// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R10;
import static dev.surefoot.catalog.isa.Register.R2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.isa.Instruction.ByteSwap;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstructionPrinterTest {
  @Test
  void arithmeticIsPrintedAsTheKernelDoes() {
    assertPrints(new Instruction.Alu(Width.W32, AluOp.MOV, R0, Operand.of(0)), "w0 = 0");
    assertPrints(new Instruction.Alu(Width.W64, AluOp.ARSH, R1, Operand.of(R2)), "r1 s>>= r2");
    assertPrints(new Instruction.Alu(Width.W64, AluOp.SMOD, R1, Operand.of(-3)), "r1 s%= -3");
    assertPrints(new Instruction.Alu(Width.W64, AluOp.NEG, R1, Operand.of(0)), "r1 = -r1");
    assertPrints(new Instruction.SignExtend(Width.W32, 8, R1, R2), "w1 = (s8)w2");
    assertPrints(new ByteSwap(ByteSwap.Order.TO_BIG_ENDIAN, 16, R1), "r1 = be16 r1");
    assertPrints(new ByteSwap(ByteSwap.Order.SWAP, 64, R1), "r1 = bswap64 r1");
  }

  @Test
  void memoryIsPrintedAsTheKernelDoes() {
    assertPrints(new Instruction.Load(MemorySize.B8, false, R1, R10, -8), "r1 = *(u64 *)(r10 -8)");
    assertPrints(new Instruction.Load(MemorySize.B1, true, R1, R2, 0), "r1 = *(s8 *)(r2 +0)");
    assertPrints(
        new Instruction.Store(MemorySize.B4, R10, -4, Operand.of(7)), "*(u32 *)(r10 -4) = 7");
    assertPrints(
        new Instruction.Atomic(Width.W64, AtomicOp.ADD_FETCH, R1, 0, R0),
        "r0 = atomic64_fetch_add((u64 *)(r1 +0), r0)");
    assertPrints(
        new Instruction.Atomic(Width.W32, AtomicOp.CMPXCHG, R1, 0, R2),
        "r0 = atomic_cmpxchg((u32 *)(r1 +0), r0, r2)");
    assertPrints(
        new Instruction.Atomic(Width.W32, AtomicOp.OR, R1, 4, R2), "lock *(u32 *)(r1 +4) |= r2");
    assertPrints(new Instruction.LegacyPacketLoad(MemorySize.B2, null, 12), "r0 = *(u16 *)skb[12]");
    assertPrints(new Instruction.LegacyPacketLoad(MemorySize.B1, R1, 2), "r0 = *(u8 *)skb[r1 + 2]");
  }

  @Test
  void controlFlowIsPrintedAsTheKernelDoes() {
    assertPrints(
        new Instruction.JumpIf(Width.W64, JumpOp.EQ, R1, Operand.of(0), 3),
        "if r1 == 0x0 goto pc+3");
    assertPrints(
        new Instruction.JumpIf(Width.W32, JumpOp.SLT, R1, Operand.of(R2), -3),
        "if w1 s< w2 goto pc-3");
    assertPrints(new Instruction.Jump(100_000), "gotol pc+100000");
    assertPrints(new Instruction.CallHelper(1), "call bpf_map_lookup_elem#1");
    assertPrints(new Instruction.CallHelper(999), "call unknown#999");
    assertPrints(new Instruction.CallSubprogram(4), "call pc+4");
  }

  @Test
  void listHasSlotNumbersAndOpcodes() {
    assertThat(
            InstructionPrinter.print(
                List.of(
                    new Instruction.LoadImmediate64(R1, new Immediate64.Value(-1)),
                    new Instruction.Exit())))
        .isEqualTo("   0: (18) r1 = 0xffffffffffffffff\n   2: (95) exit\n");
  }

  @Test
  void everyInstructionHasText() {
    var random = new java.util.Random(1);
    for (int i = 0; i < 5_000; i++) {
      assertThat(InstructionPrinter.print(Instructions.random(random))).isNotBlank();
    }
  }

  private static void assertPrints(Instruction instruction, String text) {
    assertThat(InstructionPrinter.print(instruction)).isEqualTo(text);
  }
}
