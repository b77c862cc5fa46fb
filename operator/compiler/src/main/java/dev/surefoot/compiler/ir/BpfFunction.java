// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One BPF program: its context in R1, its result in R0.
 *
 * @param name a C identifier
 * @param blocks the first is the entry; the order is that of the code
 */
public record BpfFunction(String name, List<Block> blocks) {
  public BpfFunction {
    blocks = List.copyOf(blocks);
    Set<BlockLabel> labels = new HashSet<>();
    for (Block block : blocks) {
      if (!labels.add(block.label())) {
        throw new IllegalArgumentException("two blocks named " + block.label() + " in " + name);
      }
    }
  }

  /** Where the program starts. */
  public Block entry() {
    return blocks.getFirst();
  }

  /** The block of that name. */
  public Block block(BlockLabel label) {
    for (Block block : blocks) {
      if (block.label().equals(label)) {
        return block;
      }
    }
    throw new IllegalArgumentException("no block " + label + " in " + name);
  }

  /** This function with other blocks. */
  public BpfFunction withBlocks(List<Block> others) {
    return new BpfFunction(name, others);
  }

  /** A number above those of all values. */
  public int valueLimit() {
    int limit = 0;
    for (Block block : blocks) {
      for (Value parameter : block.parameters()) {
        limit = Math.max(limit, parameter.id() + 1);
      }
      for (Statement statement : block.statements()) {
        limit = Math.max(limit, statement.result().id() + 1);
      }
    }
    return limit;
  }
}
