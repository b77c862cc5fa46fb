// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.compiler.ir.BlockLabel;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Registers that are read after a place, for blocks that stand after their predecessors. */
final class LiveRegisters {
  private final Map<BlockLabel, BitSet> in = new HashMap<>();

  private LiveRegisters() {}

  static LiveRegisters of(MachineFunction function) {
    LiveRegisters live = new LiveRegisters();
    for (MachineBlock block : function.blocks().reversed()) {
      BitSet at = live.after(block);
      for (MachineLine line : block.lines().reversed()) {
        stepBack(at, line.instruction());
      }
      live.in.put(block.label(), at);
    }
    return live;
  }

  /** Registers that are read after the block. */
  BitSet after(MachineBlock block) {
    BitSet result = new BitSet();
    for (BlockLabel target : block.end().targets()) {
      result.or(in.get(target));
    }
    return result;
  }

  /** From what is read after the instruction to what is read from it on. */
  static void stepBack(BitSet live, MachineInstruction instruction) {
    instruction.definitions().forEach(live::clear);
    instruction.uses().forEach(live::set);
  }
}
