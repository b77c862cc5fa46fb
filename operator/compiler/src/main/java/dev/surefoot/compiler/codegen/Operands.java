// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings values into registers. Numbers, addresses and constant offsets have no code where they are
 * defined; they are made where they are used first, and used again in blocks that this one
 * dominates.
 */
final class Operands {
  private final FunctionFacts facts;
  private final CodeBuffer code;
  private final Frame frame;
  private final Map<Object, List<Made>> made = new HashMap<>();

  private record Made(BlockLabel block, int register) {}

  Operands(FunctionFacts facts, CodeBuffer code, Frame frame) {
    this.facts = facts;
    this.code = code;
    this.frame = frame;
  }

  /** The register that a value has where it has code at its definition. */
  static int home(Value value) {
    return MachineRegisters.FIRST_VIRTUAL + value.id();
  }

  /** The number that the value is, if it is one. */
  OptionalLong constant(Value value) {
    return facts.definitions().constant(value);
  }

  /** The number that the value is, if an immediate of 64-bit operations holds it. */
  Optional<Source.Imm> immediate(Value value) {
    OptionalLong number = constant(value);
    return number.isPresent() && number.getAsLong() == (int) number.getAsLong()
        ? Optional.of(new Source.Imm((int) number.getAsLong()))
        : Optional.empty();
  }

  /** Whether the value has no code at its definition. */
  boolean isMadeOnUse(Value value) {
    return origin(value).isPresent() || isConstantOffset(value);
  }

  /** How to make the value without any input. */
  Optional<Origin> origin(Value value) {
    return switch (facts.definitions().operation(value).orElse(null)) {
      case Operation.Constant(long number) -> Optional.of(new Origin.Constant(number));
      case Operation.MapAddress(var map) -> Optional.of(new Origin.MapAddress(map.name()));
      case Operation.CoreValue(var access) -> Optional.of(new Origin.Core(access));
      case null, default ->
          switch (address(value)) {
            case Address.OfValue _ -> Optional.empty();
            case Address.OfFrame(int offset) -> Optional.of(new Origin.FrameAddress(offset));
            case Address.OfMapValue(String map, int offset) ->
                Optional.of(new Origin.MapValueAddress(map, offset));
          };
    };
  }

  /** A register that holds the value; made here if it is not there yet. */
  int register(Value value) {
    if (!isMadeOnUse(value)) {
      return home(value);
    }
    Optional<Origin> origin = origin(value);
    Object key = origin.isPresent() ? origin.get() : address(value);
    Optional<Integer> there = available(key);
    if (there.isPresent()) {
      return there.get();
    }
    int register = code.newRegister();
    makeInto(register, value);
    made.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Made(code.label(), register));
    return register;
  }

  /** Whether {@link #register} would need no new code. */
  boolean isAvailable(Value value) {
    return !isMadeOnUse(value)
        || origin(value)
            .map(o -> available(o).isPresent())
            .orElseGet(() -> available(address(value)).isPresent());
  }

  /** Writes the value into this register. */
  void makeInto(int register, Value value) {
    Optional<Origin> origin = origin(value);
    if (origin.isPresent()) {
      code.add(new MachineInstruction.Materialize(register, origin.get()));
      return;
    }
    if (!(address(value) instanceof Address.OfValue(Value base, int offset))) {
      throw new IllegalStateException(value + " has neither origin nor base");
    }
    code.add(new MachineInstruction.Move(register, home(base)));
    if (offset != 0) {
      code.add(new MachineInstruction.Alu(Width.W64, AluOp.ADD, register, new Source.Imm(offset)));
    }
  }

  /** The pointer, with all constant offsets gathered. */
  Address address(Value pointer) {
    return switch (facts.definitions().operation(pointer).orElse(null)) {
      case Operation.StackAddress(var slot) -> new Address.OfFrame(frame.offsetOf(slot));
      case Operation.MapValueAddress(var map, int offset) ->
          new Address.OfMapValue(map.name(), offset);
      case Operation.PointerAdd(Value base, Value offset) when isConstantOffset(pointer) ->
          address(base).plus((int) constant(offset).getAsLong());
      case null, default -> new Address.OfValue(pointer, 0);
    };
  }

  /** Register and 16-bit offset for an access {@code extra} bytes behind the pointer. */
  Place place(Value pointer, int extra) {
    Address address = address(pointer).plus(extra);
    return switch (address) {
      case Address.OfFrame(int offset) -> new Place(MachineRegisters.FRAME, offset);
      case Address.OfMapValue(String map, int offset) when fits(offset) ->
          new Place(madeFrom(new Origin.MapValueAddress(map, 0)), offset);
      case Address.OfMapValue(String map, int offset) ->
          new Place(madeFrom(new Origin.MapValueAddress(map, offset)), 0);
      case Address.OfValue(Value base, int offset) when fits(offset) ->
          new Place(home(base), offset);
      case Address.OfValue _ -> new Place(register(pointer), extra);
    };
  }

  /** A register and an offset that a load or store takes. */
  record Place(int base, int offset) {}

  private int madeFrom(Origin origin) {
    return available(origin)
        .orElseGet(
            () -> {
              int register = code.newRegister();
              code.add(new MachineInstruction.Materialize(register, origin));
              made.computeIfAbsent(origin, _ -> new ArrayList<>())
                  .add(new Made(code.label(), register));
              return register;
            });
  }

  private Optional<Integer> available(Object key) {
    return made.getOrDefault(key, List.of()).stream()
        .filter(m -> m.block().equals(code.label()) || dominates(m.block()))
        .map(Made::register)
        .findFirst();
  }

  private boolean dominates(BlockLabel above) {
    // Blocks made for edges are not in the function; nothing is shared with them.
    return facts.flow().isReachable(above)
        && facts.flow().isReachable(code.label())
        && facts.flow().dominates(above, code.label());
  }

  private boolean isConstantOffset(Value value) {
    if (!(facts.definitions().operation(value).orElse(null)
        instanceof Operation.PointerAdd(_, Value offset))) {
      return false;
    }
    OptionalLong number = constant(offset);
    return number.isPresent() && number.getAsLong() == (int) number.getAsLong();
  }

  private static boolean fits(int offset) {
    return offset == (short) offset;
  }
}
