// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.check;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Printer;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.ControlFlow;
import dev.surefoot.compiler.ir.analysis.Definitions;
import dev.surefoot.compiler.ir.analysis.Facts;
import java.util.List;

/** What the rules look at, and how they refuse. */
record Checking(BpfFunction function, ControlFlow flow, Definitions definitions, Facts facts) {
  static Checking of(BpfFunction function) {
    ControlFlow flow = ControlFlow.of(function);
    return new Checking(function, flow, Definitions.of(function), Facts.of(flow));
  }

  /** The blocks that the verifier walks: not those that comparisons of known numbers exclude. */
  List<Block> walked() {
    return flow.order().stream().filter(block -> facts.isEntered(block.label())).toList();
  }

  IllTypedException refuse(Block block, Statement statement, String reason) {
    return new IllTypedException(
        function.name(), block.label() + ": " + Printer.print(statement), reason);
  }

  IllTypedException refuse(Block block, Terminator terminator, String reason) {
    return new IllTypedException(
        function.name(), block.label() + ": " + Printer.print(terminator), reason);
  }

  void requireScalar(Block block, Statement statement, Value value) {
    if (!(value.type() instanceof Type.Scalar)) {
      throw refuse(block, statement, value + " is " + Printer.type(value.type()) + ", no scalar");
    }
  }

  /** The memory behind a pointer that may be used here. */
  Type.Memory requireMemory(Block block, Statement statement, Value pointer) {
    return switch (pointer.type()) {
      case Type.Memory memory -> memory;
      case Type.OrNull(Type.Memory memory) -> {
        if (!facts.isNotNull(pointer, block.label())) {
          throw refuse(block, statement, pointer + " may be null here");
        }
        yield memory;
      }
      case Type.Scalar _, Type.Context _, Type.MapAddress _, Type.KernelPointer _, Type.Nothing _ ->
          throw refuse(
              block, statement, pointer + " is " + Printer.type(pointer.type()) + ", no memory");
    };
  }
}
