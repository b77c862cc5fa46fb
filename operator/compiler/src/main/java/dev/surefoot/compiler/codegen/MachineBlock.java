// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.compiler.ir.BlockLabel;
import java.util.List;

/**
 * Instructions that run one after the other; the last one is a jump or an exit.
 *
 * @param frequency expected runs of the block in one run of the program
 */
record MachineBlock(BlockLabel label, double frequency, List<MachineLine> lines) {
  MachineBlock {
    lines = List.copyOf(lines);
  }

  MachineBlock withLines(List<MachineLine> others) {
    return new MachineBlock(label, frequency, others);
  }

  /** The jump or exit. */
  MachineInstruction end() {
    return lines.getLast().instruction();
  }
}
