// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.check;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Edge;
import dev.surefoot.compiler.ir.Printer;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.ControlFlow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each value is defined once, before it is used on every way; edges fit their targets. */
final class DefinitionRules {
  private final BpfFunction function;
  private final ControlFlow flow;
  private final Map<Value, BlockLabel> definitions = new HashMap<>();

  private DefinitionRules(BpfFunction function, ControlFlow flow) {
    this.function = function;
    this.flow = flow;
  }

  static void check(BpfFunction function) {
    ControlFlow flow;
    try {
      flow = ControlFlow.of(function);
    } catch (IllegalArgumentException e) {
      throw new IllTypedException(function.name(), "control flow", e.getMessage());
    }
    new DefinitionRules(function, flow).check();
  }

  private void check() {
    if (!function.entry().parameters().isEmpty()) {
      throw refuse(function.entry().label(), "the entry has no parameters");
    }
    Set<Integer> ids = new HashSet<>();
    for (Block block : flow.order()) {
      block.parameters().forEach(value -> define(ids, value, block.label()));
      block.statements().forEach(statement -> define(ids, statement.result(), block.label()));
    }
    flow.order().forEach(this::check);
  }

  private void define(Set<Integer> ids, Value value, BlockLabel block) {
    if (!ids.add(value.id())) {
      throw refuse(block, value + " is defined twice");
    }
    definitions.put(value, block);
  }

  private void check(Block block) {
    Set<Value> here = new HashSet<>(block.parameters());
    for (Statement statement : block.statements()) {
      for (Value operand : statement.operation().operands()) {
        requireDefined(operand, here, block.label(), Printer.print(statement));
      }
      here.add(statement.result());
    }
    String end = Printer.print(block.terminator());
    block
        .terminator()
        .operands()
        .forEach(operand -> requireDefined(operand, here, block.label(), end));
    for (Edge edge : block.terminator().edges()) {
      edge.arguments().forEach(value -> requireDefined(value, here, block.label(), end));
      requireFitting(edge, block.label(), end);
    }
  }

  private void requireDefined(Value value, Set<Value> here, BlockLabel block, String place) {
    BlockLabel definition = definitions.get(value);
    boolean before =
        here.contains(value)
            || (definition != null
                && !definition.equals(block)
                && flow.dominates(definition, block));
    if (!before || value.type() instanceof Type.Nothing) {
      throw refuse(block, place + ": " + value + " is not defined on every way here");
    }
  }

  private void requireFitting(Edge edge, BlockLabel block, String place) {
    List<Value> parameters = flow.block(edge.target()).parameters();
    if (parameters.size() != edge.arguments().size()) {
      throw refuse(
          block,
          "%s: %d arguments for %d parameters"
              .formatted(place, edge.arguments().size(), parameters.size()));
    }
    for (int i = 0; i < parameters.size(); i++) {
      Type expected = parameters.get(i).type();
      Type given = edge.arguments().get(i).type();
      if (!expected.equals(given)) {
        throw refuse(
            block,
            "%s: %s for a parameter that is %s"
                .formatted(place, Printer.type(given), Printer.type(expected)));
      }
    }
  }

  private IllTypedException refuse(BlockLabel block, String reason) {
    return new IllTypedException(function.name(), block.toString(), reason);
  }
}
