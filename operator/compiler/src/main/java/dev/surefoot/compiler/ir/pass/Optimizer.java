// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.BpfFunction;
import java.util.List;

/** All passes in the order in which they help one another, repeated until nothing changes. */
public final class Optimizer {
  private static final int ROUNDS = 8;

  private static final Pass LEGAL = new ApplyRules(new Legalize(), new LowerSignedDivision());

  private static final List<Pass> PASSES =
      List.of(
          new ApplyRules(
              new FoldConstants(),
              new Legalize(),
              new LowerSignedDivision(),
              new OrderOperands(),
              new DropNeutral(),
              new LookThroughExtensions(),
              new ReduceStrength(),
              new CombineConstants(),
              new MoveOffsetsOutwards(),
              new NarrowStores()),
          new EliminateCommonSubexpressions(),
          new DecideBranches(),
          new ThreadJumps(),
          new EliminateDeadCode(),
          new MergeBlocks(),
          new ShareExits(),
          new NarrowCompares(),
          new RemoveDeadStores(),
          new SinkComputations(),
          new EliminateDeadCode());

  private Optimizer() {}

  /** The passes, in order. */
  public static List<Pass> passes() {
    return PASSES;
  }

  /** The function made shorter and faster, without what ISA version 3 lacks. */
  public static BpfFunction optimize(BpfFunction function) {
    BpfFunction current = function;
    for (int round = 0; round < ROUNDS; round++) {
      BpfFunction before = current;
      for (Pass pass : PASSES) {
        current = pass.apply(current);
      }
      if (current.equals(before)) {
        break;
      }
    }
    return Renumber.apply(legalize(current));
  }

  /** Only what is needed for the machine: no signed division, no constants that it refuses. */
  public static BpfFunction legalize(BpfFunction function) {
    BpfFunction current = function;
    BpfFunction before;
    do {
      before = current;
      current = LEGAL.apply(current);
    } while (!current.equals(before));
    return current;
  }
}
