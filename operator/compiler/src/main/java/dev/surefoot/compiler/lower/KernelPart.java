// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.compiler.ir.BpfFunction;
import java.util.List;

/**
 * A lowered split.
 *
 * @param maps what the programs share with each other and with user space
 * @param programs in the order in which they are attached: what ends spans before what opens them
 */
public record KernelPart(
    List<MapDefinition> maps, List<LoweredProgram> programs, UserPlan userPlan) {
  /** A program in the typed IR and the section that says where it attaches. */
  public record LoweredProgram(String section, BpfFunction function) {}

  public KernelPart {
    maps = List.copyOf(maps);
    programs = List.copyOf(programs);
  }
}
