// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.analysis;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.Edge;
import dev.surefoot.compiler.ir.Terminator;
import java.util.HashMap;
import java.util.Map;

/** How often each block runs in one run of the program, by the likelihood of its branches. */
public final class Frequencies {
  private final Map<BlockLabel, Double> frequencies = new HashMap<>();

  private Frequencies() {}

  /** Frequencies of all reachable blocks. */
  public static Frequencies of(ControlFlow flow) {
    Frequencies result = new Frequencies();
    result.frequencies.put(flow.order().getFirst().label(), 1.0);
    for (Block block : flow.order()) {
      double frequency = result.of(block.label());
      switch (block.terminator()) {
        case Terminator.Jump(Edge edge) -> result.add(edge, frequency);
        case Terminator.Branch branch -> {
          double probability = branch.likelihood().probability();
          result.add(branch.ifTrue(), frequency * probability);
          result.add(branch.ifFalse(), frequency * (1 - probability));
        }
        case Terminator.Exit _ -> {}
      }
    }
    return result;
  }

  /** Expected number of times in one run: 0 to 1. */
  public double of(BlockLabel label) {
    return frequencies.getOrDefault(label, 0.0);
  }

  private void add(Edge edge, double frequency) {
    frequencies.merge(edge.target(), frequency, Double::sum);
  }
}
