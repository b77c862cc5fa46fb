// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.analysis;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Order, predecessors and dominance of the blocks that can be reached. Functions have no loops. */
public final class ControlFlow {
  private final Map<BlockLabel, Block> blocks = new HashMap<>();
  private final List<Block> order = new ArrayList<>();
  private final Map<BlockLabel, Integer> index = new LinkedHashMap<>();
  private final Map<BlockLabel, List<BlockLabel>> predecessors = new HashMap<>();
  private final Map<BlockLabel, BlockLabel> dominators = new HashMap<>();

  private ControlFlow() {}

  /** The control flow of a function; throws where a block jumps back. */
  public static ControlFlow of(BpfFunction function) {
    ControlFlow flow = new ControlFlow();
    function.blocks().forEach(block -> flow.blocks.put(block.label(), block));
    flow.visit(function.entry(), new HashSet<>(), new HashSet<>());
    List<Block> reversed = flow.order.reversed();
    List<Block> copy = List.copyOf(reversed);
    flow.order.clear();
    flow.order.addAll(copy);
    for (Block block : flow.order) {
      flow.index.put(block.label(), flow.index.size());
      flow.predecessors.putIfAbsent(block.label(), new ArrayList<>());
      for (Edge edge : block.terminator().edges()) {
        flow.predecessors.computeIfAbsent(edge.target(), _ -> new ArrayList<>()).add(block.label());
      }
    }
    flow.findDominators();
    return flow;
  }

  /** Reachable blocks, each after all of its predecessors. */
  public List<Block> order() {
    return order;
  }

  /** The block of this name. */
  public Block block(BlockLabel label) {
    return blocks.get(label);
  }

  /** Whether the block can be reached from the entry. */
  public boolean isReachable(BlockLabel label) {
    return index.containsKey(label);
  }

  /** Where the block is entered from; twice the same where both ways of a branch lead to it. */
  public List<BlockLabel> predecessors(BlockLabel label) {
    return predecessors.getOrDefault(label, List.of());
  }

  /** Whether every way from the entry to {@code below} goes through {@code above}. */
  public boolean dominates(BlockLabel above, BlockLabel below) {
    BlockLabel at = below;
    while (index.get(at) > index.get(above)) {
      at = dominators.get(at);
    }
    return at.equals(above);
  }

  /** The nearest block that dominates both. */
  public BlockLabel commonDominator(BlockLabel one, BlockLabel other) {
    BlockLabel left = one;
    BlockLabel right = other;
    while (!left.equals(right)) {
      if (index.get(left) > index.get(right)) {
        left = dominators.get(left);
      } else {
        right = dominators.get(right);
      }
    }
    return left;
  }

  /** The nearest block above that dominates this one; the entry for the entry. */
  public BlockLabel dominator(BlockLabel label) {
    return dominators.get(label);
  }

  private void visit(Block block, Set<BlockLabel> seen, Set<BlockLabel> open) {
    seen.add(block.label());
    open.add(block.label());
    // The true way last, so that it comes first in the order.
    for (Edge edge : block.terminator().edges().reversed()) {
      if (open.contains(edge.target())) {
        throw new IllegalArgumentException(
            "block " + block.label() + " jumps back to " + edge.target() + "; loops are not taken");
      }
      if (!seen.contains(edge.target())) {
        visit(targetOf(block, edge), seen, open);
      }
    }
    open.remove(block.label());
    order.add(block);
  }

  private Block targetOf(Block block, Edge edge) {
    Block target = blocks.get(edge.target());
    if (target == null) {
      throw new IllegalArgumentException(
          "block " + block.label() + " goes to " + edge.target() + ", which is not there");
    }
    return target;
  }

  private void findDominators() {
    BlockLabel entry = order.getFirst().label();
    dominators.put(entry, entry);
    for (Block block : order.subList(1, order.size())) {
      BlockLabel dominator = null;
      for (BlockLabel predecessor : predecessors.get(block.label())) {
        dominator = dominator == null ? predecessor : commonDominator(dominator, predecessor);
      }
      dominators.put(block.label(), dominator);
    }
  }
}
