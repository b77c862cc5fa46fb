// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.elf.ProgramDefinition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracePrinterTest {
  @Test
  void linesShowWhatChangedAndWhereCallsGo() {
    List<String> lines = new ArrayList<>();
    ProgramDefinition program =
        new ProgramDefinition(
            "syscall",
            new Assembler("main").mov(R1, 5).callFunction("twice").add(R0, 1).exit().assemble(),
            List.of(new Assembler("twice").mov(R0, R1).add(R0, R0).exit().assemble()));
    new BpfMachine(List.of())
        .observedBy(new TracePrinter(lines::add))
        .run(program, new byte[0], new ScriptedEnvironment());
    assertThat(lines.stream().map(line -> line.replaceAll(" r10=0x\\w+| r1=0x[1-9]\\w{8}", "")))
        .map(line -> line.replaceAll(" +", " ").strip())
        .containsExactly(
            "main:",
            "0: r1 = 5 ;",
            "1: call pc-1 ; r1=0x5",
            "twice:",
            "0: r0 = r1 ; r1=0x5",
            "1: r0 += r0 ; r0=0x5",
            "2: exit ; r0=0xa",
            "main:",
            "2: r0 += 1 ; r0=0xa",
            "3: exit ; r0=0xb");
  }
}
