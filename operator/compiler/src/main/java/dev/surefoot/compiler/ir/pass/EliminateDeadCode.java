// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Edge;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.ControlFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drops unreachable blocks, statements whose result nobody needs, and parameters nobody reads. */
public final class EliminateDeadCode implements Pass {
  @Override
  public BpfFunction apply(BpfFunction function) {
    ControlFlow flow = ControlFlow.of(function);
    List<Block> reachable =
        function.blocks().stream().filter(block -> flow.isReachable(block.label())).toList();
    Set<Value> needed = needed(flow);
    return function.withBlocks(
        reachable.stream().map(block -> strip(block, needed, flow)).toList());
  }

  /** Backwards: all uses of a value have been seen before its definition, as there are no loops. */
  private static Set<Value> needed(ControlFlow flow) {
    Set<Value> needed = new HashSet<>();
    Map<Value, List<Value>> arguments = new HashMap<>();
    for (Block block : flow.order()) {
      for (Edge edge : block.terminator().edges()) {
        List<Value> parameters = flow.block(edge.target()).parameters();
        for (int i = 0; i < parameters.size(); i++) {
          arguments
              .computeIfAbsent(parameters.get(i), _ -> new ArrayList<>())
              .add(edge.arguments().get(i));
        }
      }
    }
    for (Block block : flow.order().reversed()) {
      needed.addAll(block.terminator().operands());
      for (Statement statement : block.statements().reversed()) {
        if (needed.contains(statement.result()) || !Purity.isRemovable(statement.operation())) {
          needed.addAll(statement.operation().operands());
        }
      }
      for (Value parameter : block.parameters()) {
        if (needed.contains(parameter)) {
          needed.addAll(arguments.getOrDefault(parameter, List.of()));
        }
      }
    }
    return needed;
  }

  private static Block strip(Block block, Set<Value> needed, ControlFlow flow) {
    List<Statement> statements =
        block.statements().stream()
            .filter(
                statement ->
                    needed.contains(statement.result())
                        || !Purity.isRemovable(statement.operation()))
            .toList();
    List<Value> parameters = block.parameters().stream().filter(needed::contains).toList();
    Terminator terminator =
        switch (block.terminator()) {
          case Terminator.Jump(Edge edge) -> new Terminator.Jump(strip(edge, needed, flow));
          case Terminator.Branch branch ->
              new Terminator.Branch(
                  branch.op(),
                  branch.width(),
                  branch.left(),
                  branch.right(),
                  strip(branch.ifTrue(), needed, flow),
                  strip(branch.ifFalse(), needed, flow),
                  branch.likelihood());
          case Terminator.Exit exit -> exit;
        };
    return new Block(block.label(), parameters, statements, terminator, block.line());
  }

  private static Edge strip(Edge edge, Set<Value> needed, ControlFlow flow) {
    List<Value> parameters = flow.block(edge.target()).parameters();
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      if (needed.contains(parameters.get(i))) {
        arguments.add(edge.arguments().get(i));
      }
    }
    return new Edge(edge.target(), arguments);
  }
}
