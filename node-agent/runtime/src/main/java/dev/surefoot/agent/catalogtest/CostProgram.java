// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R10;
import static dev.surefoot.catalog.isa.Register.R6;

import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.asm.Label;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.isa.Helper;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A program that times a loop over some code: it writes the ns of all iterations to the first 8
 * bytes of {@link #RESULT}. A plain bounded loop, so that kernels without {@code bpf_loop} take it.
 *
 * @param maps what the code uses, besides the result
 * @param before runs once, before the clock does
 * @param body runs {@code iterations} times; R6 and the stack's first 8 bytes are not its own
 */
record CostProgram(
    String name,
    int iterations,
    List<MapDefinition> maps,
    Consumer<Assembler> before,
    Consumer<Assembler> body) {
  static final String RESULT = "result";

  private static final int BEGIN = -8;

  CostProgram {
    maps = List.copyOf(maps);
  }

  ObjectDefinition object() {
    List<MapDefinition> all = new ArrayList<>(maps);
    all.add(MapDefinition.of(RESULT, MapType.ARRAY, 4, 8, 1, MapDefinition.MMAPABLE));
    Assembler code = new Assembler("cost_" + name);
    before.accept(code);
    code.callHelper(Helper.KTIME_GET_NS).store(MemorySize.B8, R10, BEGIN, R0);
    Label loop = code.newLabel("loop");
    code.mov(R6, iterations).label(loop);
    body.accept(code);
    code.sub(R6, 1).jumpIf(JumpOp.NE, R6, 0, loop);
    code.callHelper(Helper.KTIME_GET_NS)
        .load(MemorySize.B8, R1, R10, BEGIN)
        .sub(R0, R1)
        .loadMapValue(R1, RESULT, 0)
        .store(MemorySize.B8, R1, 0, R0)
        .mov(R0, 0)
        .exit();
    return new ObjectDefinition(
        "cost", "GPL", all, List.of(new ProgramDefinition("raw_tp/sys_enter", code.assemble())));
  }
}
