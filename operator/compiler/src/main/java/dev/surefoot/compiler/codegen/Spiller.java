// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.isa.MemorySize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes registers out of the competition: their values stay in the frame, and uses get registers of
 * their own, loaded or made again just before. Uses in one block with no call between them share
 * one; if that is too much as well, each has its own. Places in the frame are whole and aligned, as
 * the verifier wants it for pointers.
 */
final class Spiller {
  private final MachineFunction function;
  private final Set<Integer> spilled;
  private final SpillCosts costs;
  private final Frame frame;
  private final Map<Integer, Integer> places;
  private final Set<Integer> temporaries;
  private final Map<Integer, Integer> reloads;
  private final Map<Integer, Integer> current = new HashMap<>();
  private int nextRegister;

  private Spiller(MachineFunction function, Set<Integer> spilled, SpillCosts costs, Frame frame) {
    this.function = function;
    this.spilled = spilled;
    this.costs = costs;
    this.frame = frame;
    places = new HashMap<>(function.reloads());
    temporaries = new HashSet<>(function.temporaries());
    reloads = new HashMap<>(function.reloads());
    nextRegister = function.registers();
  }

  static MachineFunction spill(
      MachineFunction function, Set<Integer> spilled, SpillCosts costs, Frame frame) {
    Spiller spiller = new Spiller(function, spilled, costs, frame);
    List<MachineBlock> blocks = function.blocks().stream().map(spiller::block).toList();
    return new MachineFunction(
        function.name(),
        blocks,
        spiller.nextRegister,
        function.kept(),
        spiller.temporaries,
        spiller.reloads);
  }

  private MachineBlock block(MachineBlock block) {
    List<MachineLine> lines = new ArrayList<>();
    current.clear();
    for (MachineLine line : block.lines()) {
      rewrite(line.instruction()).forEach(instruction -> lines.add(line.with(instruction)));
      if (line.instruction() instanceof MachineInstruction.Call) {
        current.clear();
      }
    }
    return block.withLines(lines);
  }

  private List<MachineInstruction> rewrite(MachineInstruction instruction) {
    return switch (instruction) {
      case MachineInstruction.Materialize(int dst, _)
          when spilled.contains(dst) && costs.origin(dst).isPresent() ->
          List.of();
      case MachineInstruction.Materialize(int dst, Origin.Constant number)
          when spilled.contains(dst) && number.fitsImmediate() -> {
        current.remove(dst);
        yield List.of(store(dst, new Source.Imm((int) number.value())));
      }
      case MachineInstruction.Load(_, int dst, int base, int offset, _)
          when spilled.contains(dst) && isReloadOf(dst, base, offset) ->
          List.of();
      case MachineInstruction.Move(int dst, int src)
          when spilled.contains(dst) && !spilled.contains(src) -> {
        current.remove(dst);
        yield List.of(store(dst, new Source.Reg(src)));
      }
      case MachineInstruction.Move(int dst, int src)
          when spilled.contains(src) && !spilled.contains(dst) && !current.containsKey(src) ->
          List.of(load(dst, src));
      default -> general(instruction);
    };
  }

  private List<MachineInstruction> general(MachineInstruction instruction) {
    Map<Integer, Integer> names = new HashMap<>();
    List<MachineInstruction> result = new ArrayList<>();
    for (int register : instruction.uses().distinct().filter(spilled::contains).toArray()) {
      Integer there = current.get(register);
      if (there == null) {
        int temporary = newTemporary(register);
        result.add(load(temporary, register));
        names.put(register, temporary);
      } else {
        names.put(register, there);
      }
    }
    List<MachineInstruction> stores = new ArrayList<>();
    for (int register : instruction.definitions().filter(spilled::contains).toArray()) {
      int name = names.computeIfAbsent(register, this::newTemporary);
      stores.add(store(register, new Source.Reg(name)));
    }
    result.add(instruction.rename(register -> names.getOrDefault(register, register)));
    result.addAll(stores);
    return result;
  }

  /** A register for this use, and for those that follow, unless that has been tried before. */
  private int newTemporary(int register) {
    int temporary = nextRegister++;
    if (function.reloads().containsKey(register)) {
      temporaries.add(temporary);
    } else {
      reloads.put(temporary, costs.origin(register).isPresent() ? 0 : place(register));
      current.put(register, temporary);
    }
    return temporary;
  }

  private boolean isReloadOf(int register, int base, int offset) {
    return base == MachineRegisters.FRAME
        && offset != 0
        && function.reloads().getOrDefault(register, 0) == offset;
  }

  private MachineInstruction load(int dst, int register) {
    Optional<Origin> origin = costs.origin(register);
    if (origin.isPresent()) {
      return new MachineInstruction.Materialize(dst, origin.get());
    }
    return new MachineInstruction.Load(
        MemorySize.B8, dst, MachineRegisters.FRAME, place(register), Optional.empty());
  }

  private MachineInstruction store(int register, Source source) {
    return new MachineInstruction.Store(
        MemorySize.B8, MachineRegisters.FRAME, place(register), source);
  }

  private int place(int register) {
    return places.computeIfAbsent(register, _ -> frame.reserveSpill());
  }
}
