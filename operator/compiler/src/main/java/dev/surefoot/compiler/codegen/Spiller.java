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
 * Takes registers out of the competition: each use gets a register of its own, loaded from the
 * frame or made again just before it. Places in the frame are whole and aligned, as the verifier
 * wants it for pointers.
 */
final class Spiller {
  private final Set<Integer> spilled;
  private final SpillCosts costs;
  private final Frame frame;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Set<Integer> temporaries;
  private int nextRegister;

  private Spiller(MachineFunction function, Set<Integer> spilled, SpillCosts costs, Frame frame) {
    this.spilled = spilled;
    this.costs = costs;
    this.frame = frame;
    temporaries = new HashSet<>(function.temporaries());
    nextRegister = function.registers();
  }

  static MachineFunction spill(
      MachineFunction function, Set<Integer> spilled, SpillCosts costs, Frame frame) {
    Spiller spiller = new Spiller(function, spilled, costs, frame);
    List<MachineBlock> blocks = function.blocks().stream().map(spiller::block).toList();
    return new MachineFunction(
        function.name(), blocks, spiller.nextRegister, function.kept(), spiller.temporaries);
  }

  private MachineBlock block(MachineBlock block) {
    List<MachineLine> lines = new ArrayList<>();
    for (MachineLine line : block.lines()) {
      rewrite(line.instruction()).forEach(instruction -> lines.add(line.with(instruction)));
    }
    return block.withLines(lines);
  }

  private List<MachineInstruction> rewrite(MachineInstruction instruction) {
    return switch (instruction) {
      case MachineInstruction.Materialize(int dst, _)
          when spilled.contains(dst) && costs.origin(dst).isPresent() ->
          List.of();
      case MachineInstruction.Materialize(int dst, Origin.Constant number)
          when spilled.contains(dst) && number.fitsImmediate() ->
          List.of(store(dst, new Source.Imm((int) number.value())));
      case MachineInstruction.Move(int dst, int src)
          when spilled.contains(dst) && !spilled.contains(src) ->
          List.of(store(dst, new Source.Reg(src)));
      case MachineInstruction.Move(int dst, int src)
          when spilled.contains(src) && !spilled.contains(dst) ->
          List.of(load(dst, src));
      default -> general(instruction);
    };
  }

  private List<MachineInstruction> general(MachineInstruction instruction) {
    Map<Integer, Integer> names = new HashMap<>();
    List<MachineInstruction> result = new ArrayList<>();
    instruction
        .uses()
        .distinct()
        .filter(spilled::contains)
        .forEach(register -> result.add(load(nameOf(register, names), register)));
    List<MachineInstruction> stores = new ArrayList<>();
    instruction
        .definitions()
        .filter(spilled::contains)
        .forEach(register -> stores.add(store(register, new Source.Reg(nameOf(register, names)))));
    result.add(instruction.rename(register -> names.getOrDefault(register, register)));
    result.addAll(stores);
    return result;
  }

  private int nameOf(int register, Map<Integer, Integer> names) {
    return names.computeIfAbsent(
        register,
        _ -> {
          int temporary = nextRegister++;
          temporaries.add(temporary);
          return temporary;
        });
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
