// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.compiler.ir.BlockLabel;
import java.util.HashMap;
import java.util.Map;

/** Steps that a verifier takes which walks each way through a function to its end. */
final class Complexity {
  /** {@code BPF_COMPLEXITY_LIMIT_INSNS} (include/linux/bpf.h). */
  static final int LIMIT_STEPS = 1_000_000;

  private Complexity() {}

  /** The bound for a function whose blocks stand after their predecessors; saturates. */
  static long steps(MachineFunction function) {
    Map<BlockLabel, Long> ways = new HashMap<>();
    ways.put(function.blocks().getFirst().label(), 1L);
    long steps = 0;
    for (MachineBlock block : function.blocks()) {
      long here = ways.getOrDefault(block.label(), 0L);
      steps = saturatedAdd(steps, saturatedMultiply(here, length(block)));
      for (BlockLabel target : block.end().targets()) {
        ways.merge(target, here, Complexity::saturatedAdd);
      }
    }
    return steps;
  }

  /** Expected number of instructions executed in one run. */
  static double expectedInstructions(MachineFunction function) {
    return function.blocks().stream().mapToDouble(block -> block.frequency() * length(block)).sum();
  }

  private static long length(MachineBlock block) {
    return block.lines().stream().mapToLong(line -> length(line.instruction())).sum();
  }

  private static long length(MachineInstruction instruction) {
    return switch (instruction) {
      case MachineInstruction.Materialize(_, Origin.FrameAddress _) -> 2;
      case MachineInstruction.Jump _ -> 0;
      default -> 1;
    };
  }

  private static long saturatedAdd(long left, long right) {
    long sum = left + right;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private static long saturatedMultiply(long left, long right) {
    return Math.multiplyHigh(left, right) != 0 || left * right < 0 ? Long.MAX_VALUE : left * right;
  }
}
