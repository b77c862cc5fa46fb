// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.isa.Immediate64;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.Operand;

/** Fills in the fields that a loader is going to change. */
final class Placeholders {
  private Placeholders() {}

  /** The 64-bit immediate load with this number. */
  static Instruction withImmediate64(Instruction instruction, int value) {
    if (instruction instanceof Instruction.LoadImmediate64(var dst, _)) {
      return new Instruction.LoadImmediate64(dst, new Immediate64.Value(value));
    }
    throw new IllegalArgumentException("no load of an address: " + instruction);
  }

  /** The instruction with this offset of its memory access, or this immediate. */
  static Instruction withValue(Instruction instruction, int value) {
    return switch (instruction) {
      case Instruction.Load(var size, var signed, var dst, var base, _) ->
          new Instruction.Load(size, signed, dst, base, value);
      case Instruction.Store(var size, var base, _, var src) ->
          new Instruction.Store(size, base, value, src);
      case Instruction.Alu(var width, var op, var dst, Operand.Imm _) ->
          new Instruction.Alu(width, op, dst, Operand.of(value));
      case Instruction.LoadImmediate64 load -> withImmediate64(load, value);
      case Instruction.Alu _,
          Instruction.SignExtend _,
          Instruction.ByteSwap _,
          Instruction.Atomic _,
          Instruction.LegacyPacketLoad _,
          Instruction.Jump _,
          Instruction.JumpIf _,
          Instruction.CallHelper _,
          Instruction.CallKfunc _,
          Instruction.CallSubprogram _,
          Instruction.Exit _ ->
          throw new IllegalArgumentException("CO-RE cannot change " + instruction);
    };
  }
}
