// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.compiler.ir.BlockLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Machine blocks while they are selected, and the numbering of virtual registers. */
final class CodeBuffer {
  private final List<MachineBlock> blocks = new ArrayList<>();
  private final List<MachineLine> lines = new ArrayList<>();
  private Optional<SourceLine> line = Optional.empty();
  private BlockLabel label = new BlockLabel("");
  private double frequency;
  private int nextRegister;

  CodeBuffer(int firstFreeRegister) {
    nextRegister = firstFreeRegister;
  }

  void begin(BlockLabel block, double blockFrequency) {
    label = block;
    frequency = blockFrequency;
  }

  void at(Optional<SourceLine> place) {
    line = place;
  }

  void add(MachineInstruction instruction) {
    lines.add(new MachineLine(instruction, line));
  }

  void end() {
    blocks.add(new MachineBlock(label, frequency, lines));
    lines.clear();
  }

  /** The block that is being written. */
  BlockLabel label() {
    return label;
  }

  int newRegister() {
    return nextRegister++;
  }

  int registers() {
    return nextRegister;
  }

  List<MachineBlock> blocks() {
    return blocks;
  }
}
