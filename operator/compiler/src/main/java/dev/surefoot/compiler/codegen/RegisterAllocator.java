// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces virtual registers by machine registers: spills until all find one, then merges copies as
 * long as all still find one (brute-force conservative coalescing of Bouchez, Darte and Rastello,
 * 2008).
 */
final class RegisterAllocator {
  private final Frame frame;

  private RegisterAllocator(Frame frame) {
    this.frame = frame;
  }

  static MachineFunction allocate(MachineFunction function, Frame frame) {
    return new RegisterAllocator(frame).allocate(function);
  }

  private MachineFunction allocate(MachineFunction function) {
    SpillCosts costs = SpillCosts.of(function);
    Interference graph = Interference.of(function, LiveRegisters.of(function));
    Coloring coloring = Coloring.of(graph, costs::cost, List.of());
    if (coloring.uncolored().isEmpty()) {
      return replace(function, coalesce(function, graph, costs));
    }
    Set<Integer> spilled = new HashSet<>(coloring.uncolored());
    if (function.temporaries().containsAll(spilled)) {
      throw new IllegalStateException("no register for temporaries of " + function.name());
    }
    spilled.removeAll(function.temporaries());
    return allocate(Spiller.spill(function, spilled, costs, frame));
  }

  private static Coloring coalesce(MachineFunction function, Interference graph, SpillCosts costs) {
    List<Copy> apart = new ArrayList<>();
    Interference merged = mergeSafely(function, graph, costs);
    for (Copy copy : Copy.of(function)) {
      if (merged.node(copy.dst()) != merged.node(copy.src())
          && !merged.interfere(copy.dst(), copy.src())) {
        Interference trial = merged.copy();
        trial.merge(copy.dst(), copy.src());
        if (isColorable(trial, costs)) {
          merged = trial;
        } else {
          apart.add(copy);
        }
      }
    }
    // Wishes can lead optimistic coloring astray; without them it is known to succeed.
    Coloring wished = Coloring.of(merged, costs::cost, apart);
    return wished.uncolored().isEmpty() ? wished : Coloring.of(merged, costs::cost, List.of());
  }

  /** Merges what is safe by a look at neighbours; nothing where optimism was needed before. */
  private static Interference mergeSafely(
      MachineFunction function, Interference graph, SpillCosts costs) {
    Interference merged = graph.copy();
    for (Copy copy : Copy.of(function)) {
      if (merged.node(copy.dst()) != merged.node(copy.src())
          && !merged.interfere(copy.dst(), copy.src())
          && merged.isSafeToMerge(copy.dst(), copy.src())) {
        merged.merge(copy.dst(), copy.src());
      }
    }
    return isColorable(merged, costs) ? merged : graph;
  }

  private static boolean isColorable(Interference graph, SpillCosts costs) {
    return Coloring.of(graph, costs::cost, List.of()).uncolored().isEmpty();
  }

  private static MachineFunction replace(MachineFunction function, Coloring coloring) {
    List<MachineBlock> blocks = new ArrayList<>();
    for (MachineBlock block : function.blocks()) {
      List<MachineLine> lines = new ArrayList<>();
      for (MachineLine line : block.lines()) {
        MachineInstruction instruction = line.instruction().rename(coloring::color);
        boolean idle =
            instruction instanceof MachineInstruction.Move(int dst, int src) && dst == src;
        if (!idle) {
          lines.add(line.with(instruction));
        }
      }
      blocks.add(block.withLines(lines));
    }
    return function.withBlocks(blocks);
  }
}
