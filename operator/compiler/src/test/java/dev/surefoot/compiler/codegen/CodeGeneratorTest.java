// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.asm.FunctionPrinter;
import dev.surefoot.catalog.golden.Golden;
import dev.surefoot.compiler.ir.BpfFunction;
import org.junit.jupiter.api.Test;

/** The code of the sample functions; a change in it must be meant. */
final class CodeGeneratorTest {
  @Test
  void spanOpens() {
    check("span_opens", SampleFunctions.spanOpens());
  }

  @Test
  void spanCloses() {
    check("span_closes", SampleFunctions.spanCloses());
  }

  @Test
  void rowIsShipped() {
    check("row_is_shipped", SampleFunctions.rowIsShipped());
  }

  private static void check(String name, BpfFunction function) {
    GeneratedFunction generated = CodeGenerator.generate(function).orThrow();
    Golden.check(
        "codegen/" + name,
        "%sstack %d bytes, spills %d, expected instructions %.1f, verifier steps %d%n"
            .formatted(
                FunctionPrinter.print(generated.code()),
                generated.stackBytes(),
                generated.spills(),
                generated.expectedInstructions(),
                generated.verifierSteps()));
  }
}
