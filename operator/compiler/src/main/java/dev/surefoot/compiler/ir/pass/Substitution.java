// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.Edge;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values that stand for other values. */
final class Substitution {
  private final Map<Value, Value> values = new HashMap<>();

  void put(Value gone, Value standIn) {
    values.put(gone, of(standIn));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  Value of(Value value) {
    Value at = value;
    while (values.containsKey(at)) {
      at = values.get(at);
    }
    return at;
  }

  List<Value> of(List<Value> list) {
    return list.stream().map(this::of).toList();
  }

  Edge of(Edge edge) {
    return new Edge(edge.target(), of(edge.arguments()));
  }

  Block of(Block block) {
    return block
        .withStatements(block.statements().stream().map(this::of).toList())
        .withTerminator(of(block.terminator()));
  }

  Statement of(Statement statement) {
    return statement.with(of(statement.operation()));
  }

  Terminator of(Terminator terminator) {
    return switch (terminator) {
      case Terminator.Jump(Edge edge) -> new Terminator.Jump(of(edge));
      case Terminator.Branch branch ->
          new Terminator.Branch(
              branch.op(),
              branch.width(),
              of(branch.left()),
              of(branch.right()),
              of(branch.ifTrue()),
              of(branch.ifFalse()),
              branch.likelihood());
      case Terminator.Exit(Value value) -> new Terminator.Exit(of(value));
    };
  }

  Operation of(Operation operation) {
    return switch (operation) {
      case Operation.Constant _,
          Operation.Context _,
          Operation.MapAddress _,
          Operation.MapValueAddress _,
          Operation.StackAddress _,
          Operation.CoreValue _ ->
          operation;
      case Operation.Alu(var width, var op, Value left, Value right) ->
          new Operation.Alu(width, op, of(left), of(right));
      case Operation.SignExtend(int bits, Value value) -> new Operation.SignExtend(bits, of(value));
      case Operation.ByteSwap(var order, int bits, Value value) ->
          new Operation.ByteSwap(order, bits, of(value));
      case Operation.PointerAdd(Value pointer, Value offset) ->
          new Operation.PointerAdd(of(pointer), of(offset));
      case Operation.Load(var size, boolean signed, Value pointer, int offset) ->
          new Operation.Load(size, signed, of(pointer), offset);
      case Operation.CoreLoad(var size, boolean signed, Value pointer, var access) ->
          new Operation.CoreLoad(size, signed, of(pointer), access);
      case Operation.Store(var size, Value pointer, int offset, Value value) ->
          new Operation.Store(size, of(pointer), offset, of(value));
      case Operation.AtomicAdd(var size, Value pointer, int offset, Value value) ->
          new Operation.AtomicAdd(size, of(pointer), offset, of(value));
      case Operation.Call(var helper, List<Value> arguments) ->
          new Operation.Call(helper, of(arguments));
    };
  }
}
