// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.ControlFlow;
import dev.surefoot.compiler.ir.analysis.Frequencies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been computed on every way here is not computed again. Loads are shared within a block
 * only, and only as long as nothing may have written the memory. A helper's result is not kept for
 * a block that is seldom reached: the register it would occupy on the way there costs the hot path
 * more than the call costs the rare one.
 */
public final class EliminateCommonSubexpressions implements Pass {
  @Override
  public BpfFunction apply(BpfFunction function) {
    return new Run(ControlFlow.of(function)).apply(function);
  }

  private record Key(Operation operation, Type type) {}

  private record Computed(BlockLabel block, Value value) {}

  private static final class Run {
    private static final double RARE = 0.2;

    private final ControlFlow flow;
    private final Frequencies frequencies;
    private final Substitution substitution = new Substitution();
    private final Map<Key, List<Computed>> computed = new HashMap<>();

    Run(ControlFlow flow) {
      this.flow = flow;
      this.frequencies = Frequencies.of(flow);
    }

    BpfFunction apply(BpfFunction function) {
      Map<BlockLabel, Block> rewritten = new HashMap<>();
      for (Block block : flow.order()) {
        rewritten.put(block.label(), block(block));
      }
      return substitution.isEmpty()
          ? function
          : function.withBlocks(
              function.blocks().stream()
                  .filter(block -> rewritten.containsKey(block.label()))
                  .map(block -> substitution.of(rewritten.get(block.label())))
                  .toList());
    }

    private Block block(Block block) {
      List<Statement> kept = new ArrayList<>();
      KnownMemory memory = new KnownMemory();
      for (Statement original : block.statements()) {
        Statement statement = substitution.of(original);
        Optional<Value> known =
            Purity.isPure(statement.operation())
                ? shared(statement, block.label())
                : memory.known(statement);
        if (known.isPresent()) {
          substitution.put(statement.result(), known.get());
        } else {
          kept.add(statement);
          memory.run(statement);
        }
      }
      return block.withStatements(kept);
    }

    private Optional<Value> shared(Statement statement, BlockLabel block) {
      Key key = new Key(statement.operation(), statement.result().type());
      List<Computed> places = computed.computeIfAbsent(key, _ -> new ArrayList<>());
      for (Computed place : places) {
        if (flow.dominates(place.block(), block)
            && isWorthKeeping(statement.operation(), place.block(), block)) {
          return Optional.of(place.value());
        }
      }
      places.add(new Computed(block, statement.result()));
      return Optional.empty();
    }

    private boolean isWorthKeeping(Operation operation, BlockLabel from, BlockLabel to) {
      return !(operation instanceof Operation.Call)
          || frequencies.of(to) >= RARE * frequencies.of(from);
    }
  }
}
