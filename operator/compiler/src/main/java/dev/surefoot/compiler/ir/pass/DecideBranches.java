// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.analysis.ControlFlow;
import dev.surefoot.compiler.ir.analysis.Facts;
import java.util.List;
import java.util.Optional;

/**
 * A branch whose outcome is known, by constants or by the branches that lead to it, becomes a jump;
 * so does a branch whose two ways are the same.
 */
public final class DecideBranches implements Pass {
  @Override
  public BpfFunction apply(BpfFunction function) {
    ControlFlow flow = ControlFlow.of(function);
    Facts facts = Facts.of(flow);
    List<Block> blocks =
        function.blocks().stream()
            .map(block -> flow.isReachable(block.label()) ? decide(block, facts) : block)
            .toList();
    return blocks.equals(function.blocks()) ? function : function.withBlocks(blocks);
  }

  private static Block decide(Block block, Facts facts) {
    if (!(block.terminator() instanceof Terminator.Branch branch)) {
      return block;
    }
    if (branch.ifTrue().equals(branch.ifFalse())) {
      return block.withTerminator(new Terminator.Jump(branch.ifTrue()));
    }
    Optional<Boolean> outcome = facts.decide(branch, block.label());
    return outcome.isEmpty()
        ? block
        : block.withTerminator(
            new Terminator.Jump(outcome.get() ? branch.ifTrue() : branch.ifFalse()));
  }
}
