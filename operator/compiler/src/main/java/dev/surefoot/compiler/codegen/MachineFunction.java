// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A function of machine instructions.
 *
 * @param blocks the first is the entry; each stands after all of its predecessors
 * @param registers a number above those of all registers
 * @param kept registers that should not be spilled: their range has been checked, and older kernels
 *     forget ranges of spilled numbers
 * @param temporaries registers that cannot be spilled, because spilling made them
 * @param reloads registers that spilling made for several uses, by the place in the frame that
 *     holds the same; 0 where they are made again
 */
record MachineFunction(
    String name,
    List<MachineBlock> blocks,
    int registers,
    Set<Integer> kept,
    Set<Integer> temporaries,
    Map<Integer, Integer> reloads) {
  MachineFunction {
    blocks = List.copyOf(blocks);
    kept = Set.copyOf(kept);
    temporaries = Set.copyOf(temporaries);
    reloads = Map.copyOf(reloads);
  }

  MachineFunction withBlocks(List<MachineBlock> others) {
    return new MachineFunction(name, others, registers, kept, temporaries, reloads);
  }
}
