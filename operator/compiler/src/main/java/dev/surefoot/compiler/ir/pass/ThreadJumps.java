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
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.Definitions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A way to a block that does nothing but go on, or that only compares what is known on this way,
 * leads on directly.
 */
public final class ThreadJumps implements Pass {
  @Override
  public BpfFunction apply(BpfFunction function) {
    return new Run(function).apply();
  }

  private static final class Run {
    private final BpfFunction function;
    private final Definitions definitions;
    private final Map<BlockLabel, Block> transparent = new HashMap<>();
    private final Map<Value, Statement> constants = new HashMap<>();
    private int nextValue;

    Run(BpfFunction function) {
      this.function = function;
      definitions = Definitions.of(function);
      nextValue = function.valueLimit();
      Map<Value, Set<BlockLabel>> readers = readers(function);
      for (Block block : function.blocks()) {
        if (isTransparent(block, readers)) {
          transparent.put(block.label(), block);
        }
      }
    }

    BpfFunction apply() {
      List<Block> blocks = function.blocks().stream().map(this::thread).toList();
      return blocks.equals(function.blocks()) ? function : function.withBlocks(blocks);
    }

    private Block thread(Block block) {
      List<Statement> statements = new ArrayList<>(block.statements());
      Terminator terminator =
          switch (block.terminator()) {
            case Terminator.Jump(Edge edge) -> new Terminator.Jump(follow(edge, statements));
            case Terminator.Branch branch ->
                new Terminator.Branch(
                    branch.op(),
                    branch.width(),
                    branch.left(),
                    branch.right(),
                    follow(branch.ifTrue(), statements),
                    follow(branch.ifFalse(), statements),
                    branch.likelihood());
            case Terminator.Exit exit -> exit;
          };
      return terminator.equals(block.terminator())
          ? block
          : block.withStatements(statements).withTerminator(terminator);
    }

    private Edge follow(Edge edge, List<Statement> statements) {
      Block target = transparent.get(edge.target());
      if (target == null) {
        return edge;
      }
      Substitution names = new Substitution();
      for (int i = 0; i < target.parameters().size(); i++) {
        names.put(target.parameters().get(i), edge.arguments().get(i));
      }
      Optional<Edge> next = next(target.terminator(), names);
      return next.map(e -> withOwnConstants(names.of(e), statements)).orElse(edge);
    }

    private Optional<Edge> next(Terminator terminator, Substitution names) {
      return switch (terminator) {
        case Terminator.Jump(Edge edge) -> Optional.of(edge);
        case Terminator.Branch branch -> {
          OptionalLong left = definitions.constant(names.of(branch.left()));
          OptionalLong right = definitions.constant(names.of(branch.right()));
          if (left.isEmpty() || right.isEmpty()) {
            yield Optional.empty();
          }
          boolean holds =
              Evaluation.compare(branch.op(), branch.width(), left.getAsLong(), right.getAsLong());
          yield Optional.of(holds ? branch.ifTrue() : branch.ifFalse());
        }
        case Terminator.Exit _ -> Optional.empty();
      };
    }

    /**
     * Constants of the block that is passed by are not defined on this way; they are made again.
     */
    private Edge withOwnConstants(Edge edge, List<Statement> statements) {
      List<Value> arguments = new ArrayList<>();
      for (Value argument : edge.arguments()) {
        Statement constant = constants.get(argument);
        if (constant == null) {
          arguments.add(argument);
        } else {
          Value copy = new Value(nextValue++, argument.type());
          statements.add(new Statement(copy, constant.operation(), constant.line()));
          arguments.add(copy);
        }
      }
      return new Edge(edge.target(), arguments);
    }

    private boolean isTransparent(Block block, Map<Value, Set<BlockLabel>> readers) {
      if (block.label().equals(function.entry().label())
          || block.terminator() instanceof Terminator.Exit
          || !block.statements().stream()
              .allMatch(statement -> statement.operation() instanceof Operation.Constant)) {
        return false;
      }
      List<Value> defined = new ArrayList<>(block.parameters());
      block.statements().forEach(statement -> defined.add(statement.result()));
      boolean local =
          defined.stream()
              .allMatch(
                  value ->
                      Set.of(block.label()).containsAll(readers.getOrDefault(value, Set.of())));
      if (local) {
        block.statements().forEach(statement -> constants.put(statement.result(), statement));
      }
      return local;
    }

    private static Map<Value, Set<BlockLabel>> readers(BpfFunction function) {
      Map<Value, Set<BlockLabel>> readers = new HashMap<>();
      for (Block block : function.blocks()) {
        List<Value> read = new ArrayList<>(block.terminator().operands());
        block.terminator().edges().forEach(edge -> read.addAll(edge.arguments()));
        block.statements().forEach(statement -> read.addAll(statement.operation().operands()));
        read.forEach(
            value -> readers.computeIfAbsent(value, _ -> new HashSet<>()).add(block.label()));
      }
      return readers;
    }
  }
}
