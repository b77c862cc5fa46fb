// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import static dev.surefoot.catalog.isa.Register.R0;

import dev.surefoot.agent.attach.AttachResult.Attached;
import dev.surefoot.agent.attach.AttachedBundle;
import dev.surefoot.agent.libbpf.LibC;
import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.load.LoadedObject;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** What it costs to enter and leave a program: a system call with and without an empty one. */
final class EntryCost {
  private static final int ROUNDS = 9;
  private static final int CALLS = 1000;

  private EntryCost() {}

  /** In ns; empty where it cannot be told from noise. */
  static OptionalDouble nanos(ObjectLoader loader) {
    if (!(loader.load(emptyProgram()) instanceof Loaded(LoadedObject object))) {
      return OptionalDouble.empty();
    }
    try (object) {
      double[] differences = new double[ROUNDS];
      // Once for nothing: the first calls are interpreted.
      double _ = callNanos();
      for (int round = 0; round < ROUNDS; round++) {
        double without = callNanos();
        if (!(AttachedBundle.attach(object) instanceof Attached(AttachedBundle attached))) {
          return OptionalDouble.empty();
        }
        differences[round] = callNanos() - without;
        attached.detach();
      }
      Arrays.sort(differences);
      double median = differences[ROUNDS / 2];
      return median > 1 ? OptionalDouble.of(median) : OptionalDouble.empty();
    }
  }

  private static double callNanos() {
    long begin = System.nanoTime();
    for (int call = 0; call < CALLS; call++) {
      int _ = LibC.getppid();
    }
    return (double) (System.nanoTime() - begin) / CALLS;
  }

  /** Raw: it is entered as a typed one is, and loads without a look at the kernel's types. */
  private static ObjectDefinition emptyProgram() {
    Assembler code = new Assembler("cost_entry").mov(R0, 0).exit();
    return new ObjectDefinition(
        "cost",
        "GPL",
        List.of(),
        List.of(new ProgramDefinition("raw_tp/sys_enter", code.assemble())));
  }
}
