// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What it costs to keep a register in the frame: expected loads and stores in one run. A register
 * that is only ever made from one origin is not stored but made again.
 */
final class SpillCosts {
  /** Above all costs of ordinary registers. */
  private static final double KEEP = 1e6;

  private static final double NEVER = 1e12;

  private final MachineFunction function;
  private final double[] costs;
  private final Map<Integer, Origin> origins = new HashMap<>();
  private final BitSet otherwiseDefined = new BitSet();

  private SpillCosts(MachineFunction function) {
    this.function = function;
    costs = new double[function.registers()];
  }

  static SpillCosts of(MachineFunction function) {
    SpillCosts result = new SpillCosts(function);
    for (MachineBlock block : function.blocks()) {
      for (MachineLine line : block.lines()) {
        result.findOrigin(line.instruction());
      }
    }
    for (MachineBlock block : function.blocks()) {
      for (MachineLine line : block.lines()) {
        result.add(line.instruction(), block.frequency());
      }
    }
    return result;
  }

  /** The origin from which the register can be made again. */
  Optional<Origin> origin(int register) {
    return otherwiseDefined.get(register)
        ? Optional.empty()
        : Optional.ofNullable(origins.get(register));
  }

  double cost(int register) {
    if (function.temporaries().contains(register)) {
      return NEVER;
    }
    return costs[register] + (function.kept().contains(register) ? KEEP : 0);
  }

  private void findOrigin(MachineInstruction instruction) {
    if (instruction instanceof MachineInstruction.Materialize(int dst, Origin origin)) {
      Origin earlier = origins.putIfAbsent(dst, origin);
      if (earlier != null && !earlier.equals(origin)) {
        otherwiseDefined.set(dst);
      }
    } else {
      instruction.definitions().forEach(otherwiseDefined::set);
    }
  }

  private void add(MachineInstruction instruction, double frequency) {
    // A floor, so that registers of rare blocks are not free of cost in instructions.
    double weight = frequency + 0.01;
    instruction.uses().forEach(register -> costs[register] += weight);
    instruction
        .definitions()
        .forEach(register -> costs[register] += origin(register).isPresent() ? -weight : weight);
  }
}
