// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.asm.FunctionPrinter;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.interpreter.BpfMachine;
import dev.surefoot.catalog.interpreter.Outcome;
import dev.surefoot.catalog.interpreter.ScriptedEnvironment;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Printer;
import dev.surefoot.compiler.ir.evaluation.Comparison;
import dev.surefoot.compiler.ir.evaluation.RandomFunctions;
import dev.surefoot.compiler.ir.pass.Optimizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The code of a random function does what the function means, optimized or not. */
final class CodeKeepsMeaningTest {
  @Property(tries = 100)
  void optimized(@ForAll long seed) {
    BpfFunction function = RandomFunctions.function(seed);
    compare(seed, function, CodeGenerator.generate(function));
  }

  @Property(tries = 100)
  void asItIs(@ForAll long seed) {
    BpfFunction function = RandomFunctions.function(seed);
    compare(seed, function, CodeGenerator.translate(Optimizer.legalize(function)));
  }

  private static byte[] contents(BpfMachine machine) {
    byte[] bytes = new byte[RandomFunctions.ARRAY_BYTES];
    machine.array(RandomFunctions.ARRAY.name()).area().get(0, bytes);
    return bytes;
  }

  private static void compare(long seed, BpfFunction function, Generation generation) {
    if (!(generation instanceof GeneratedFunction generated)) {
      return; // Too many values for the frame, or too many ways: both are tested elsewhere.
    }
    byte[] context = Comparison.context(seed);
    BpfMachine machine = new BpfMachine(List.of(RandomFunctions.ARRAY));
    Outcome outcome =
        machine.run(
            new ProgramDefinition("raw_tp/sys_enter", generated.code()),
            context,
            new ScriptedEnvironment()
                .at(Comparison.CLOCK)
                .in((int) (Comparison.PID_TGID >> 32), (int) Comparison.PID_TGID)
                .as((int) Comparison.UID_GID, (int) (Comparison.UID_GID >> 32)));
    String described =
        outcome instanceof Outcome.Returned(long result)
            ? Comparison.described(result, contents(machine))
            : outcome.toString();
    assertThat(described)
        .as("%s%n%s", Printer.print(function), FunctionPrinter.print(generated.code()))
        .isEqualTo(Comparison.evaluated(function, context));
  }
}
