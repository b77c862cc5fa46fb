// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which registers cannot be the same (Chaitin's graph): one is written while the other is still to
 * be read. Registers that were merged are one node.
 */
final class Interference {
  private final List<BitSet> neighbours;
  private final int[] parent;

  private Interference(int registers) {
    neighbours = new ArrayList<>(registers);
    parent = new int[registers];
    for (int i = 0; i < registers; i++) {
      neighbours.add(new BitSet());
      parent[i] = i;
    }
    for (int i = 0; i <= MachineRegisters.FRAME; i++) {
      for (int j = 0; j < i; j++) {
        connect(i, j);
      }
    }
  }

  private Interference(Interference other) {
    neighbours = new ArrayList<>(other.neighbours.size());
    for (BitSet set : other.neighbours) {
      neighbours.add((BitSet) set.clone());
    }
    parent = other.parent.clone();
  }

  static Interference of(MachineFunction function, LiveRegisters liveness) {
    Interference graph = new Interference(function.registers());
    for (MachineBlock block : function.blocks()) {
      BitSet live = liveness.after(block);
      for (MachineLine line : block.lines().reversed()) {
        graph.add(line.instruction(), live);
        LiveRegisters.stepBack(live, line.instruction());
      }
    }
    return graph;
  }

  private void add(MachineInstruction instruction, BitSet liveAfter) {
    // A copy's source holds the same value, so it may share the register.
    int exempt = instruction instanceof MachineInstruction.Move(_, int src) ? src : -1;
    instruction
        .definitions()
        .forEach(
            defined ->
                liveAfter.stream()
                    .filter(other -> other != exempt && other != defined)
                    .forEach(other -> connect(defined, other)));
  }

  Interference copy() {
    return new Interference(this);
  }

  int registers() {
    return parent.length;
  }

  /** The node that a register belongs to; a machine register where it was merged with one. */
  int node(int register) {
    int at = register;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  boolean isNode(int register) {
    return parent[register] == register;
  }

  boolean interfere(int one, int other) {
    return neighbours.get(node(one)).get(node(other));
  }

  /** Nodes that a node must differ from. */
  BitSet neighbours(int node) {
    return neighbours.get(node);
  }

  /**
   * Whether merging cannot make coloring harder (Briggs: few of the merged node's neighbours have
   * many neighbours; George, with a machine register: each neighbour is one of its anyway or has
   * few).
   */
  boolean isSafeToMerge(int one, int other) {
    int kept = Math.min(node(one), node(other));
    int gone = Math.max(node(one), node(other));
    BitSet all = (BitSet) neighbours.get(gone).clone();
    if (MachineRegisters.isVirtual(kept)) {
      all.or(neighbours.get(kept));
    } else {
      all.andNot(neighbours.get(kept));
    }
    int hard = 0;
    for (int n = all.nextSetBit(0); n >= 0; n = all.nextSetBit(n + 1)) {
      if (!MachineRegisters.isVirtual(n)
          || neighbours.get(n).cardinality() >= MachineRegisters.ALLOCATABLE) {
        hard++;
      }
    }
    return MachineRegisters.isVirtual(kept) ? hard < MachineRegisters.ALLOCATABLE : hard == 0;
  }

  /** Makes two nodes one; a machine register stays itself. */
  void merge(int one, int other) {
    int a = node(one);
    int b = node(other);
    int kept = Math.min(a, b);
    int gone = Math.max(a, b);
    parent[gone] = kept;
    BitSet old = neighbours.get(gone);
    old.stream()
        .forEach(
            neighbour -> {
              neighbours.get(neighbour).clear(gone);
              connect(kept, neighbour);
            });
    neighbours.set(gone, new BitSet());
  }

  private void connect(int one, int other) {
    neighbours.get(one).set(other);
    neighbours.get(other).set(one);
  }
}
