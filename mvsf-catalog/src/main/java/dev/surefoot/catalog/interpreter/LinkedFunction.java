// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.isa.Instruction;
import java.util.List;

/** A function whose references are resolved, with what counting it takes. */
final class LinkedFunction {
  private final String name;
  private final Instruction[] instructions;
  private final int[] targets;
  private final long[] executions;

  /**
   * A function of a linked program.
   *
   * @param targets for a jump the index of the instruction it goes to, for a call of a subprogram
   *     the index of the function
   */
  LinkedFunction(String name, List<Instruction> instructions, int[] targets) {
    this.name = name;
    this.instructions = instructions.toArray(Instruction[]::new);
    this.targets = targets;
    this.executions = new long[instructions.size()];
  }

  String name() {
    return name;
  }

  int size() {
    return instructions.length;
  }

  Instruction instruction(int index) {
    return instructions[index];
  }

  int target(int index) {
    return targets[index];
  }

  void countExecution(int index) {
    executions[index]++;
  }

  /** How often an instruction ran. */
  long executions(int index) {
    return executions[index];
  }
}
