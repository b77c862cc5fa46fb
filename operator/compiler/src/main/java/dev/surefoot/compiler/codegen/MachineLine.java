// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.asm.SourceLine;
import java.util.Optional;

/** An instruction and the line of the user's text that it stands for. */
record MachineLine(MachineInstruction instruction, Optional<SourceLine> line) {
  MachineLine with(MachineInstruction other) {
    return new MachineLine(other, line);
  }
}
