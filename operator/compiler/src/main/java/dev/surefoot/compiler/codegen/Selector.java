// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Edge;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.Value;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Selects machine instructions over virtual registers, out of SSA form. */
final class Selector {
  private final FunctionFacts facts;
  private final CodeBuffer code;
  private final Operands operands;
  private final StatementSelector statements;
  private final Set<Integer> checked;

  private Selector(BpfFunction function, Frame frame) {
    facts = FunctionFacts.of(function);
    code = new CodeBuffer(MachineRegisters.FIRST_VIRTUAL + function.valueLimit());
    operands = new Operands(facts, code, frame);
    checked = CheckedNumbers.of(function, facts.definitions());
    statements = new StatementSelector(facts, operands, code, checked);
  }

  static MachineFunction select(BpfFunction function, Frame frame) {
    Selector selector = new Selector(function, frame);
    selector.facts.flow().order().forEach(selector::block);
    return new MachineFunction(
        function.name(),
        selector.code.blocks(),
        selector.code.registers(),
        selector.checked,
        Set.of(),
        Map.of());
  }

  private void block(Block block) {
    double frequency = facts.frequencies().of(block.label());
    code.begin(block.label(), frequency);
    if (block.label().equals(facts.function().entry().label())) {
      takeContext();
    }
    LastUses uses = LastUses.of(block, facts.live().after(block.label()));
    List<Statement> list = block.statements();
    for (int i = 0; i < list.size(); i++) {
      code.at(list.get(i).line());
      statements.select(list.get(i).result(), list.get(i).operation(), uses, i);
    }
    code.at(block.line());
    end(block, frequency);
  }

  private void takeContext() {
    for (Block block : facts.flow().order()) {
      for (Statement statement : block.statements()) {
        if (statement.operation() instanceof Operation.Context
            && facts.definitions().uses(statement.result()) > 0) {
          code.add(
              new MachineInstruction.Move(
                  Operands.home(statement.result()), MachineRegisters.CONTEXT));
        }
      }
    }
  }

  private void end(Block block, double frequency) {
    switch (block.terminator()) {
      case Terminator.Jump(Edge edge) -> {
        arguments(edge);
        code.add(new MachineInstruction.Jump(edge.target()));
        code.end();
      }
      case Terminator.Exit(Value value) -> {
        statements.copy(MachineRegisters.RESULT, value);
        code.add(new MachineInstruction.Exit());
        code.end();
      }
      case Terminator.Branch branch -> {
        BlockLabel ifTrue = way(block, branch.ifTrue(), "_then_");
        BlockLabel ifFalse = way(block, branch.ifFalse(), "_else_");
        code.add(compare(branch, ifTrue, ifFalse));
        code.end();
        double probability = branch.likelihood().probability();
        edgeBlock(ifTrue, branch.ifTrue(), frequency * probability);
        edgeBlock(ifFalse, branch.ifFalse(), frequency * (1 - probability));
      }
    }
  }

  private MachineInstruction compare(
      Terminator.Branch branch, BlockLabel ifTrue, BlockLabel ifFalse) {
    boolean swap =
        operands.constant(branch.left()).isPresent() && operands.constant(branch.right()).isEmpty();
    JumpOp op = swap ? branch.op().swapped() : branch.op();
    Value left = swap ? branch.right() : branch.left();
    Value right = swap ? branch.left() : branch.right();
    int leftRegister = operands.register(left);
    return new MachineInstruction.JumpIf(
        branch.width(),
        op,
        leftRegister,
        compared(branch.width(), right),
        ifTrue,
        ifFalse,
        branch.likelihood().probability());
  }

  private Source compared(Width width, Value value) {
    OptionalLong number = operands.constant(value);
    if (number.isPresent() && width == Width.W32) {
      return new Source.Imm((int) number.getAsLong());
    }
    return operands
        .immediate(value)
        .<Source>map(immediate -> immediate)
        .orElseGet(() -> new Source.Reg(operands.register(value)));
  }

  /** The block to jump to: one of its own where the edge has arguments. */
  private static BlockLabel way(Block block, Edge edge, String infix) {
    return edge.arguments().isEmpty()
        ? edge.target()
        : new BlockLabel(block.label() + infix + edge.target());
  }

  private void edgeBlock(BlockLabel label, Edge edge, double frequency) {
    if (!edge.arguments().isEmpty()) {
      code.begin(label, frequency);
      arguments(edge);
      code.add(new MachineInstruction.Jump(edge.target()));
      code.end();
    }
  }

  /** As there are no loops, no parameter of the target is alive here, and order does not matter. */
  private void arguments(Edge edge) {
    List<Value> parameters = facts.flow().block(edge.target()).parameters();
    for (int i = 0; i < parameters.size(); i++) {
      statements.copy(Operands.home(parameters.get(i)), edge.arguments().get(i));
    }
  }
}
