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

/** A jump to a short block that ends the program becomes a copy of it, where that is worth it. */
final class TailCopies {
  /** From this frequency on, a jump less is worth an instruction more. */
  private static final double FREQUENT = 0.3;

  private TailCopies() {}

  static MachineFunction copy(MachineFunction function) {
    Map<BlockLabel, MachineBlock> byLabel = new HashMap<>();
    function.blocks().forEach(block -> byLabel.put(block.label(), block));
    List<MachineBlock> result = new ArrayList<>();
    for (int i = 0; i < function.blocks().size(); i++) {
      MachineBlock block = function.blocks().get(i);
      boolean last = i + 1 == function.blocks().size();
      BlockLabel next = last ? null : function.blocks().get(i + 1).label();
      if (block.end() instanceof MachineInstruction.Jump(BlockLabel target)
          && !target.equals(next)
          && isWorthCopying(byLabel.get(target), block.frequency())) {
        List<MachineLine> lines = new ArrayList<>(block.lines());
        lines.removeLast();
        lines.addAll(byLabel.get(target).lines());
        result.add(block.withLines(lines));
      } else {
        result.add(block);
      }
    }
    return function.withBlocks(referenced(result));
  }

  private static boolean isWorthCopying(MachineBlock target, double frequency) {
    int length = target.lines().size();
    return target.end() instanceof MachineInstruction.Exit
        && (length == 1 || (length == 2 && frequency >= FREQUENT));
  }

  private static List<MachineBlock> referenced(List<MachineBlock> blocks) {
    Set<BlockLabel> targets = new HashSet<>();
    targets.add(blocks.getFirst().label());
    blocks.forEach(block -> targets.addAll(block.end().targets()));
    return blocks.stream().filter(block -> targets.contains(block.label())).toList();
  }
}
