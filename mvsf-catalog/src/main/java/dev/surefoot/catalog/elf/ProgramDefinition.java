// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.asm.AssembledFunction;
import java.util.List;

/**
 * A program: its entry function, the subprograms only it calls, and the section name by which
 * libbpf knows type and target ({@code tp_btf/sys_enter}, {@code tracepoint/sched/sched_switch}).
 */
public record ProgramDefinition(
    String section, AssembledFunction entry, List<AssembledFunction> subprograms) {
  public ProgramDefinition {
    subprograms = List.copyOf(subprograms);
  }

  /** A program without subprograms. */
  public ProgramDefinition(String section, AssembledFunction entry) {
    this(section, entry, List.of());
  }

  /** The program's name: that of its entry function. */
  public String name() {
    return entry.name();
  }
}
