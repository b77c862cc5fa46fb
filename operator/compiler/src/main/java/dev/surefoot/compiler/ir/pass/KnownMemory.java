// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What loads would give, in a straight run of statements. */
final class KnownMemory {
  private final Map<Cell, Value> cells = new HashMap<>();
  private final Map<Operation.CoreLoad, Value> members = new HashMap<>();

  private record Cell(Value pointer, int offset, MemorySize size, boolean signed, Type type) {}

  /** The value that the statement would load. */
  Optional<Value> known(Statement statement) {
    return switch (statement.operation()) {
      case Operation.Load(MemorySize size, boolean signed, Value pointer, int offset) ->
          Optional.ofNullable(
              cells.get(new Cell(pointer, offset, size, signed, statement.result().type())));
      case Operation.CoreLoad load ->
          Optional.ofNullable(members.get(load))
              .filter(value -> value.type().equals(statement.result().type()));
      default -> Optional.empty();
    };
  }

  /** The statement runs. */
  void run(Statement statement) {
    switch (statement.operation()) {
      case Operation.Load(MemorySize size, boolean signed, Value pointer, int offset) ->
          cells.put(
              new Cell(pointer, offset, size, signed, statement.result().type()),
              statement.result());
      case Operation.CoreLoad load -> members.put(load, statement.result());
      case Operation.Store(MemorySize size, Value pointer, int offset, Value value) -> {
        write(pointer, offset, size);
        if (size == MemorySize.B8) {
          cells.put(new Cell(pointer, offset, size, false, value.type()), value);
        }
      }
      case Operation.AtomicAdd(MemorySize size, Value pointer, int offset, _) ->
          write(pointer, offset, size);
      case Operation.Call(HelperCall helper, _) -> {
        if (helper.effect() == HelperCall.Effect.WRITES) {
          cells.clear();
          members.clear();
        }
      }
      default -> {}
    }
  }

  private void write(Value pointer, int offset, MemorySize size) {
    cells.keySet().removeIf(cell -> mayOverlap(cell, pointer, offset, size));
  }

  private static boolean mayOverlap(Cell cell, Value pointer, int offset, MemorySize size) {
    if (cell.pointer().equals(pointer)) {
      return cell.offset() < offset + size.bytes() && offset < cell.offset() + cell.size().bytes();
    }
    return memory(cell.pointer()).equals(memory(pointer));
  }

  /** Pointers into different maps, slots or records never meet. */
  private static Type memory(Value pointer) {
    return pointer.type() instanceof Type.OrNull(Type.Memory memory) ? memory : pointer.type();
  }
}
