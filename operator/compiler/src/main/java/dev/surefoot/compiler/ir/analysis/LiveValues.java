// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.analysis;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.Edge;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which values are used after a block. */
public final class LiveValues {
  private final Map<BlockLabel, Set<Value>> in = new HashMap<>();
  private final Map<BlockLabel, Set<Value>> out = new HashMap<>();

  private LiveValues() {}

  /** Live values of all reachable blocks. */
  public static LiveValues of(ControlFlow flow) {
    LiveValues result = new LiveValues();
    for (Block block : flow.order().reversed()) {
      result.visit(block);
    }
    return result;
  }

  /** Values that are used after the terminator, its edges' arguments included. */
  public Set<Value> after(BlockLabel label) {
    return out.get(label);
  }

  private void visit(Block block) {
    Set<Value> live = new HashSet<>();
    for (Edge edge : block.terminator().edges()) {
      live.addAll(in.get(edge.target()));
      live.addAll(edge.arguments());
    }
    out.put(block.label(), Set.copyOf(live));
    live.addAll(block.terminator().operands());
    for (Statement statement : block.statements().reversed()) {
      live.remove(statement.result());
      live.addAll(statement.operation().operands());
    }
    block.parameters().forEach(live::remove);
    in.put(block.label(), live);
  }
}
