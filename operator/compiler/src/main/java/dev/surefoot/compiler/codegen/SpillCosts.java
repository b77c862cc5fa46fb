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
    function.blocks().forEach(result::add);
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

  /** Uses that follow one another with no call between them share what the first one loads. */
  private void add(MachineBlock block) {
    // A floor, so that registers of rare blocks are not free of cost in instructions.
    double weight = block.frequency() + 0.01;
    BitSet loaded = new BitSet();
    for (MachineLine line : block.lines()) {
      MachineInstruction instruction = line.instruction();
      for (int register : instruction.uses().toArray()) {
        costs[register] += loaded.get(register) ? 0 : weight;
        loaded.set(register);
      }
      for (int register : instruction.definitions().toArray()) {
        boolean madeAgain = origin(register).isPresent();
        costs[register] += madeAgain ? -weight : weight;
        loaded.set(register, !madeAgain);
      }
      if (instruction instanceof MachineInstruction.Call) {
        loaded.clear();
      }
    }
  }
}
