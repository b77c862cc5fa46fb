// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import dev.surefoot.catalog.asm.CoreAccess;
import java.util.List;
import java.util.stream.Collectors;

/** The IR as text, one statement a line. */
public final class Printer {
  private final StringBuilder text = new StringBuilder();

  private Printer() {}

  /** The whole function. */
  public static String print(BpfFunction function) {
    Printer printer = new Printer();
    printer.text.append("function ").append(function.name()).append('\n');
    function.blocks().forEach(printer::block);
    return printer.text.toString();
  }

  /** One statement, without indentation. */
  public static String print(Statement statement) {
    String operation = operation(statement.operation());
    return statement.result().type() instanceof Type.Nothing
        ? operation
        : statement.result() + ": " + type(statement.result().type()) + " = " + operation;
  }

  /** One terminator. */
  public static String print(Terminator terminator) {
    return switch (terminator) {
      case Terminator.Jump(Edge edge) -> "jump " + edge(edge);
      case Terminator.Branch branch ->
          "if %s %s%s %s then %s else %s%s"
              .formatted(
                  branch.left(),
                  branch.op(),
                  suffix(branch.width().bits()),
                  branch.right(),
                  edge(branch.ifTrue()),
                  edge(branch.ifFalse()),
                  likelihood(branch.likelihood()));
      case Terminator.Exit(Value value) -> "exit " + value;
    };
  }

  /** A type, as short as it can be. */
  public static String type(Type type) {
    return switch (type) {
      case Type.Scalar _ -> "scalar";
      case Type.Context _ -> "context";
      case Type.MapAddress(MapShape map) -> "map " + map.name();
      case Type.MapValue(MapShape map) -> "value of " + map.name();
      case Type.RingRecord(int bytes) -> "record[" + bytes + "]";
      case Type.Frame(StackSlot slot) -> "frame#" + slot.id();
      case Type.KernelPointer(var struct) -> struct.name() + "*";
      case Type.OrNull(Type.Memory memory) -> type(memory) + " or null";
      case Type.Nothing _ -> "nothing";
    };
  }

  private void block(Block block) {
    text.append(block.label());
    if (!block.parameters().isEmpty()) {
      text.append(
          block.parameters().stream()
              .map(p -> p + ": " + type(p.type()))
              .collect(Collectors.joining(", ", "(", ")")));
    }
    text.append(":\n");
    for (Statement statement : block.statements()) {
      text.append("  ").append(print(statement)).append('\n');
    }
    text.append("  ").append(print(block.terminator())).append('\n');
  }

  private static String operation(Operation operation) {
    return switch (operation) {
      case Operation.Constant(long value) -> Long.toString(value);
      case Operation.Context _ -> "context";
      case Operation.MapAddress(MapShape map) -> "map " + map.name();
      case Operation.MapValueAddress(MapShape map, int offset) -> map.name() + plus(offset);
      case Operation.StackAddress(StackSlot slot) ->
          "frame#" + slot.id() + "[" + slot.bytes() + "]";
      case Operation.CoreValue(CoreAccess access) -> core(access);
      case Operation.Alu(var width, var op, Value left, Value right) ->
          "%s%s %s, %s".formatted(op, suffix(width.bits()), left, right);
      case Operation.SignExtend(int bits, Value value) -> "SIGN_EXTEND%d %s".formatted(bits, value);
      case Operation.ByteSwap(var order, int bits, Value value) ->
          "%s%d %s".formatted(order, bits, value);
      case Operation.PointerAdd(Value pointer, Value offset) ->
          "POINTER_ADD %s, %s".formatted(pointer, offset);
      case Operation.Load(var size, boolean signed, Value pointer, int offset) ->
          "LOAD%s.%s [%s%s]".formatted(signed ? "_SIGNED" : "", size, pointer, plus(offset));
      case Operation.CoreLoad(var size, boolean signed, Value pointer, CoreAccess access) ->
          "LOAD%s.%s [%s + %s]".formatted(signed ? "_SIGNED" : "", size, pointer, core(access));
      case Operation.Store(var size, Value pointer, int offset, Value value) ->
          "STORE.%s [%s%s], %s".formatted(size, pointer, plus(offset), value);
      case Operation.AtomicAdd(var size, Value pointer, int offset, Value value) ->
          "ATOMIC_ADD.%s [%s%s], %s".formatted(size, pointer, plus(offset), value);
      case Operation.Call(HelperCall helper, List<Value> arguments) ->
          helper
              + arguments.stream().map(Value::toString).collect(Collectors.joining(", ", "(", ")"));
    };
  }

  private static String core(CoreAccess access) {
    String path = access.path().stream().map(p -> "." + p).collect(Collectors.joining());
    return access.kind() + "(" + access.struct().name() + path + ")";
  }

  private static String edge(Edge edge) {
    return edge.arguments().isEmpty()
        ? edge.target().toString()
        : edge.target()
            + edge.arguments().stream()
                .map(Value::toString)
                .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String likelihood(Likelihood likelihood) {
    return switch (likelihood) {
      case LIKELY -> " (likely)";
      case EVEN -> "";
      case UNLIKELY -> " (unlikely)";
    };
  }

  private static String suffix(int bits) {
    return bits == 32 ? "32" : "";
  }

  private static String plus(int offset) {
    return offset == 0 ? "" : offset > 0 ? " + " + offset : " - " + -(long) offset;
  }
}
