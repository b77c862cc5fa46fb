// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Edge;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.StackSlot;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stores into a piece of the frame that nobody reads go. Stores into shared memory always stay. */
public final class RemoveDeadStores implements Pass {
  @Override
  public BpfFunction apply(BpfFunction function) {
    Set<StackSlot> read = new HashSet<>();
    for (Block block : function.blocks()) {
      List<Value> used = new ArrayList<>(block.terminator().operands());
      for (Edge edge : block.terminator().edges()) {
        used.addAll(edge.arguments());
      }
      block.statements().forEach(statement -> used.addAll(readers(statement.operation())));
      for (Value value : used) {
        if (value.type() instanceof Type.Frame(StackSlot slot)) {
          read.add(slot);
        }
      }
    }
    List<Block> blocks =
        function.blocks().stream()
            .map(
                block ->
                    block.withStatements(
                        block.statements().stream()
                            .filter(statement -> !isDead(statement, read))
                            .toList()))
            .toList();
    return blocks.equals(function.blocks()) ? function : function.withBlocks(blocks);
  }

  /** Operands through which the memory behind them may be read. */
  private static List<Value> readers(Operation operation) {
    return switch (operation) {
      case Operation.Store(_, _, _, Value value) -> List.of(value);
      case Operation.PointerAdd _ -> List.of();
      default -> operation.operands();
    };
  }

  private static boolean isDead(Statement statement, Set<StackSlot> read) {
    return statement.operation() instanceof Operation.Store(_, Value pointer, _, _)
        && pointer.type() instanceof Type.Frame(StackSlot slot)
        && !read.contains(slot);
  }
}
