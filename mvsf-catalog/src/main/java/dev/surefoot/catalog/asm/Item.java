// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.asm;

import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.Instruction.Jump;
import dev.surefoot.catalog.isa.Instruction.JumpIf;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.Operand;
import dev.surefoot.catalog.isa.Register;
import dev.surefoot.catalog.isa.Width;
import java.util.List;

/** What the assembler collects: instructions, and jumps whose distance is not known yet. */
sealed interface Item {
  /** An instruction that goes out as it is. */
  record Fixed(Instruction instruction) implements Item {}

  /** Jump always. */
  record Goto(Label target) implements Item {}

  /** Jump when the comparison holds. */
  record Branch(Width width, JumpOp op, Register left, Operand right, Label target)
      implements Item {
    /** The jump in one slot, for a distance that fits into 16 bits. */
    List<Instruction> near(int slotOffset) {
      return List.of(new JumpIf(width, op, left, right, slotOffset));
    }

    /**
     * An inverted jump over an unconditional one, which has 32 bits.
     *
     * @param slotOffset distance from the end of what is returned
     */
    List<Instruction> far(int slotOffset) {
      return op.inverse()
          .<List<Instruction>>map(
              inverse -> List.of(new JumpIf(width, inverse, left, right, 1), new Jump(slotOffset)))
          .orElseGet(
              () ->
                  List.of(
                      new JumpIf(width, op, left, right, 1), new Jump(1), new Jump(slotOffset)));
    }
  }
}
