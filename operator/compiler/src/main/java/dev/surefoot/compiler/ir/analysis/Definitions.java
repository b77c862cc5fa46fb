// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.analysis;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Edge;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Where each value comes from and how often it is used. */
public final class Definitions {
  private final Map<Value, Operation> operations = new HashMap<>();
  private final Map<Value, BlockLabel> blocks = new HashMap<>();
  private final Map<Value, Integer> uses = new HashMap<>();

  private Definitions() {}

  /** The definitions of all blocks. */
  public static Definitions of(BpfFunction function) {
    Definitions result = new Definitions();
    for (Block block : function.blocks()) {
      block.parameters().forEach(parameter -> result.blocks.put(parameter, block.label()));
      for (Statement statement : block.statements()) {
        result.operations.put(statement.result(), statement.operation());
        result.blocks.put(statement.result(), block.label());
        statement.operation().operands().forEach(result::use);
      }
      block.terminator().operands().forEach(result::use);
      for (Edge edge : block.terminator().edges()) {
        edge.arguments().forEach(result::use);
      }
    }
    return result;
  }

  /** The operation that defines a value; empty for a block's parameter. */
  public Optional<Operation> operation(Value value) {
    return Optional.ofNullable(operations.get(value));
  }

  /** The block that defines the value. */
  public BlockLabel block(Value value) {
    return blocks.get(value);
  }

  /** The number that a value is, where it is defined as one. */
  public OptionalLong constant(Value value) {
    return operations.get(value) instanceof Operation.Constant(long constant)
        ? OptionalLong.of(constant)
        : OptionalLong.empty();
  }

  /** How many operands the value is. */
  public int uses(Value value) {
    return uses.getOrDefault(value, 0);
  }

  private void use(Value value) {
    uses.merge(value, 1, Integer::sum);
  }
}
