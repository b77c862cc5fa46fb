// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.ControlFlow;
import dev.surefoot.compiler.ir.analysis.Definitions;
import dev.surefoot.compiler.ir.analysis.Frequencies;
import dev.surefoot.compiler.ir.analysis.LiveValues;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A computation that only a less frequent block needs moves there, unless that keeps more values
 * alive than before.
 */
public final class SinkComputations implements Pass {
  @Override
  public BpfFunction apply(BpfFunction function) {
    return new Run(function).apply();
  }

  private static final class Run {
    private final BpfFunction function;
    private final ControlFlow flow;
    private final Definitions definitions;
    private final Frequencies frequencies;
    private final LiveValues live;
    private final Map<BlockLabel, ArrayDeque<Statement>> statements = new HashMap<>();
    private final Map<Value, BlockLabel> users = new HashMap<>();
    private boolean moved;

    Run(BpfFunction function) {
      this.function = function;
      flow = ControlFlow.of(function);
      definitions = Definitions.of(function);
      frequencies = Frequencies.of(flow);
      live = LiveValues.of(flow);
    }

    BpfFunction apply() {
      for (Block block : flow.order().reversed()) {
        sink(block);
      }
      return moved
          ? function.withBlocks(
              function.blocks().stream()
                  .filter(block -> flow.isReachable(block.label()))
                  .map(block -> block.withStatements(List.copyOf(statements.get(block.label()))))
                  .toList())
          : function;
    }

    private void sink(Block block) {
      ArrayDeque<Statement> kept = new ArrayDeque<>();
      statements.put(block.label(), kept);
      List<Value> end = new ArrayList<>(block.terminator().operands());
      block.terminator().edges().forEach(edge -> end.addAll(edge.arguments()));
      end.forEach(value -> use(value, block.label()));
      for (Statement statement : block.statements().reversed()) {
        BlockLabel target = users.get(statement.result());
        boolean sinks =
            isWorthSinking(statement.operation())
                && target != null
                && !target.equals(block.label())
                && frequencies.of(target) < 0.9 * frequencies.of(block.label())
                && keepsNoMoreAlive(statement, block.label(), target);
        BlockLabel place = sinks ? target : block.label();
        moved |= sinks;
        statements.get(place).addFirst(statement);
        statement.operation().operands().forEach(value -> use(value, place));
      }
    }

    private void use(Value value, BlockLabel block) {
      users.merge(value, block, flow::commonDominator);
    }

    /** The result's register becomes free; at most one operand's register is held longer. */
    private boolean keepsNoMoreAlive(Statement statement, BlockLabel from, BlockLabel to) {
      long held =
          statement.operation().operands().stream()
              .filter(operand -> !isMadeOnUse(operand))
              .filter(operand -> !live.after(from).contains(operand) || !isAliveIn(operand, to))
              .distinct()
              .count();
      return held <= 1;
    }

    private boolean isAliveIn(Value value, BlockLabel block) {
      return live.after(block).contains(value);
    }

    private boolean isMadeOnUse(Value value) {
      return switch (definitions.operation(value).orElse(null)) {
        case Operation.Constant _,
            Operation.MapAddress _,
            Operation.MapValueAddress _,
            Operation.StackAddress _,
            Operation.CoreValue _ ->
            true;
        case null, default -> false;
      };
    }

    private static boolean isWorthSinking(Operation operation) {
      return switch (operation) {
        case Operation.Alu _, Operation.SignExtend _, Operation.ByteSwap _ -> true;
        case Operation.PointerAdd _, Operation.Constant _ -> true;
        default -> false;
      };
    }
  }
}
