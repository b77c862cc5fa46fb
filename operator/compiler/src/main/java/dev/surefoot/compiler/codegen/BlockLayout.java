// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.compiler.ir.BlockLabel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders blocks so that the frequent way falls through and rare blocks come last. Blocks that only
 * jump on are skipped.
 */
final class BlockLayout {
  private final Map<BlockLabel, MachineBlock> blocks = new HashMap<>();
  private final Set<BlockLabel> placed = new HashSet<>();
  private final List<MachineBlock> order = new ArrayList<>();

  private BlockLayout() {}

  static MachineFunction arrange(MachineFunction function) {
    BlockLayout layout = new BlockLayout();
    for (MachineBlock block : function.blocks()) {
      layout.blocks.put(block.label(), block);
    }
    for (MachineBlock block : function.blocks()) {
      layout.blocks.put(block.label(), layout.skipEmptyTargets(block));
    }
    List<BlockLabel> open = new ArrayList<>();
    open.add(function.blocks().getFirst().label());
    while (!open.isEmpty()) {
      layout.chain(layout.takeMostFrequent(open), open);
    }
    return function.withBlocks(layout.order);
  }

  private void chain(BlockLabel start, List<BlockLabel> open) {
    BlockLabel at = start;
    while (at != null && placed.add(at)) {
      MachineBlock block = blocks.get(at);
      order.add(block);
      at = null;
      for (BlockLabel target : block.end().targets()) {
        if (placed.contains(target)) {
          continue;
        }
        if (at == null || probability(block.end(), target) > probability(block.end(), at)) {
          if (at != null) {
            open.add(at);
          }
          at = target;
        } else {
          open.add(target);
        }
      }
    }
  }

  private BlockLabel takeMostFrequent(List<BlockLabel> open) {
    BlockLabel best = open.getFirst();
    for (BlockLabel label : open) {
      if (blocks.get(label).frequency() > blocks.get(best).frequency()) {
        best = label;
      }
    }
    open.remove(best);
    return best;
  }

  private static double probability(MachineInstruction end, BlockLabel target) {
    return end instanceof MachineInstruction.JumpIf jump
        ? jump.ifTrue().equals(target) ? jump.probability() : 1 - jump.probability()
        : 1;
  }

  private MachineBlock skipEmptyTargets(MachineBlock block) {
    MachineInstruction end =
        switch (block.end()) {
          case MachineInstruction.Jump(BlockLabel target) ->
              new MachineInstruction.Jump(behindEmpty(target));
          case MachineInstruction.JumpIf jump -> skipEmptyTargets(jump);
          default -> block.end();
        };
    List<MachineLine> lines = new ArrayList<>(block.lines());
    lines.set(lines.size() - 1, lines.getLast().with(end));
    return block.withLines(lines);
  }

  private MachineInstruction skipEmptyTargets(MachineInstruction.JumpIf jump) {
    BlockLabel ifTrue = behindEmpty(jump.ifTrue());
    BlockLabel ifFalse = behindEmpty(jump.ifFalse());
    return ifTrue.equals(ifFalse) ? new MachineInstruction.Jump(ifTrue) : jump.to(ifTrue, ifFalse);
  }

  private BlockLabel behindEmpty(BlockLabel label) {
    BlockLabel at = label;
    while (blocks.get(at).lines().size() == 1
        && blocks.get(at).end() instanceof MachineInstruction.Jump(BlockLabel next)) {
      at = next;
    }
    return at;
  }
}
