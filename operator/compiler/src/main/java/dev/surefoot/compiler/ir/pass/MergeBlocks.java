// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Edge;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.analysis.ControlFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A block that is entered by one jump only is appended to the block that jumps. */
public final class MergeBlocks implements Pass {
  @Override
  public BpfFunction apply(BpfFunction function) {
    ControlFlow flow = ControlFlow.of(function);
    Map<BlockLabel, Block> blocks = new HashMap<>();
    Set<BlockLabel> gone = new HashSet<>();
    Substitution substitution = new Substitution();
    for (Block block : flow.order().reversed()) {
      Block merged = block;
      if (block.terminator() instanceof Terminator.Jump(Edge edge)
          && flow.predecessors(edge.target()).size() == 1) {
        Block next = blocks.get(edge.target());
        for (int i = 0; i < next.parameters().size(); i++) {
          substitution.put(next.parameters().get(i), edge.arguments().get(i));
        }
        List<Statement> statements = new ArrayList<>(block.statements());
        statements.addAll(next.statements());
        merged =
            new Block(
                block.label(), block.parameters(), statements, next.terminator(), next.line());
        gone.add(edge.target());
      }
      blocks.put(block.label(), merged);
    }
    return gone.isEmpty()
        ? function
        : function.withBlocks(
            flow.order().stream()
                .filter(block -> !gone.contains(block.label()))
                .map(block -> substitution.of(blocks.get(block.label())))
                .toList());
  }
}
