// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Edge;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.Definitions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Blocks that end the program with the same number share one block that does. */
public final class ShareExits implements Pass {
  @Override
  public BpfFunction apply(BpfFunction function) {
    Definitions definitions = Definitions.of(function);
    Map<Long, List<Block>> exits = new LinkedHashMap<>();
    for (Block block : function.blocks()) {
      if (block.terminator() instanceof Terminator.Exit(Value value)
          && definitions.constant(value).isPresent()) {
        exits
            .computeIfAbsent(definitions.constant(value).getAsLong(), _ -> new ArrayList<>())
            .add(block);
      }
    }
    exits.values().removeIf(blocks -> blocks.size() < 2);
    return exits.isEmpty() ? function : share(function, exits);
  }

  private static BpfFunction share(BpfFunction function, Map<Long, List<Block>> exits) {
    List<Block> blocks = new ArrayList<>(function.blocks());
    int nextValue = function.valueLimit();
    for (Map.Entry<Long, List<Block>> entry : exits.entrySet()) {
      BlockLabel label = fresh(function, "exit_" + Long.toString(entry.getKey()).replace('-', 'm'));
      for (Block block : entry.getValue()) {
        blocks.set(
            blocks.indexOf(block),
            block.withTerminator(new Terminator.Jump(new Edge(label, List.of()))));
      }
      Value number = new Value(nextValue++, Type.SCALAR);
      Block last = entry.getValue().getLast();
      blocks.add(
          new Block(
              label,
              List.of(),
              List.of(
                  new Statement(number, new Operation.Constant(entry.getKey()), Optional.empty())),
              new Terminator.Exit(number),
              last.line()));
    }
    return function.withBlocks(blocks);
  }

  private static BlockLabel fresh(BpfFunction function, String name) {
    String unique = name;
    while (true) {
      BlockLabel label = new BlockLabel(unique);
      if (function.blocks().stream().noneMatch(block -> block.label().equals(label))) {
        return label;
      }
      unique = unique + "_";
    }
  }
}
