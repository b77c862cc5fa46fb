// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A copy between registers; it vanishes where both become the same. */
record Copy(int dst, int src, double frequency) {
  /** All copies of a function, the most frequent first. */
  static List<Copy> of(MachineFunction function) {
    List<Copy> copies = new ArrayList<>();
    for (MachineBlock block : function.blocks()) {
      for (MachineLine line : block.lines()) {
        if (line.instruction() instanceof MachineInstruction.Move(int dst, int src)) {
          copies.add(new Copy(dst, src, block.frequency()));
        }
      }
    }
    copies.sort(Comparator.comparingDouble(Copy::frequency).reversed());
    return copies;
  }

  /** The node on the other side, or -1 where the node is on none. */
  int partnerOf(int node, Interference graph) {
    int left = graph.node(dst);
    int right = graph.node(src);
    return left == node ? right : right == node ? left : -1;
  }
}
