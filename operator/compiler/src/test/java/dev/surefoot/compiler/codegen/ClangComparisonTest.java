// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.interpreter.BpfMachine;
import dev.surefoot.catalog.interpreter.Outcome;
import dev.surefoot.catalog.interpreter.ScriptedEnvironment;
import dev.surefoot.compiler.ir.BpfFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the sample functions is no longer than clang's for the same plan written in C. */
final class ClangComparisonTest {
  private static final Path SOURCES = Path.of("src", "test", "resources", "c");
  private static final int EVENTS = 20;

  @TempDir private Path directory;

  @BeforeEach
  void clangIsThere() throws InterruptedException {
    assumeTrue(ClangObject.isAvailable(), "clang or llvm-objdump is not installed");
  }

  @Test
  void spanOpens() throws IOException, InterruptedException {
    compare("span_opens", SampleFunctions.spanOpens(), ClangComparisonTest::opens);
  }

  @Test
  void spanCloses() throws IOException, InterruptedException {
    compare("span_closes", SampleFunctions.spanCloses(), ClangComparisonTest::closes);
  }

  @Test
  void rowIsShipped() throws IOException, InterruptedException {
    compare("row_is_shipped", SampleFunctions.rowIsShipped(), ClangComparisonTest::ships);
  }

  private interface Workload {
    /** Instructions that the program takes for all events. */
    long run(BpfMachine machine, ProgramDefinition program);
  }

  private void compare(String name, BpfFunction function, Workload workload)
      throws IOException, InterruptedException {
    AssembledFunction ours = CodeGenerator.generate(function).orThrow().code();
    AssembledFunction clang =
        ClangObject.compile(SOURCES.resolve(name + ".c"), directory, Set.of("spans", "ring"));
    long ourExecuted = workload.run(machine(), program(ours));
    long clangExecuted = workload.run(machine(), program(clang));
    System.out.printf(
        "%s: %d instructions (clang %d), executed for %d events %d (clang %d)%n",
        name,
        ours.instructions().size(),
        clang.instructions().size(),
        EVENTS,
        ourExecuted,
        clangExecuted);
    assertThat(ours.instructions().size()).isLessThanOrEqualTo(clang.instructions().size());
    assertThat(ourExecuted).isLessThanOrEqualTo(clangExecuted);
  }

  private static long opens(BpfMachine machine, ProgramDefinition program) {
    return repeat(machine, program, _ -> {});
  }

  private static long closes(BpfMachine machine, ProgramDefinition program) {
    return repeat(
        machine,
        program,
        event -> {
          machine.array("slots").area().putLong(16 * 4711, 1000 + event);
          machine.array("slots").area().putLong(16 * 4711 + 8, 39);
        });
  }

  private static long ships(BpfMachine machine, ProgramDefinition program) {
    byte[] key = {0x67, 0x12, 0, 0};
    return repeat(machine, program, _ -> machine.hash("spans").update(key, new byte[16], 0, 0));
  }

  private interface Preparation {
    void before(int event);
  }

  private static long repeat(
      BpfMachine machine, ProgramDefinition program, Preparation preparation) {
    for (int event = 0; event < EVENTS; event++) {
      preparation.before(event);
      Outcome outcome =
          machine.run(
              program, new byte[16], new ScriptedEnvironment().in(42, 4711).at(5000 + event));
      assertThat(outcome).isEqualTo(new Outcome.Returned(0));
    }
    return machine.executedInstructions();
  }

  private static ProgramDefinition program(AssembledFunction code) {
    return new ProgramDefinition("raw_tp/sys_exit", code);
  }

  private static BpfMachine machine() {
    return new BpfMachine(
        List.of(
            SampleFunctions.SLOTS,
            SampleFunctions.AREAS,
            SampleFunctions.SPANS,
            SampleFunctions.RING));
  }
}
