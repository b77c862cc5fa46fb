// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Printer;
import dev.surefoot.compiler.ir.check.TypeChecker;
import dev.surefoot.compiler.ir.evaluation.Comparison;
import dev.surefoot.compiler.ir.evaluation.RandomFunctions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No pass changes what a function does, nor makes it ill typed. */
final class PassesKeepMeaningTest {
  @Property(tries = 100)
  void eachPass(@ForAll long seed) {
    BpfFunction function = RandomFunctions.function(seed);
    TypeChecker.check(function);
    byte[] context = Comparison.context(seed);
    String expected = Comparison.evaluated(function, context);
    BpfFunction current = function;
    for (int round = 0; round < 3; round++) {
      for (Pass pass : Optimizer.passes()) {
        BpfFunction before = current;
        current = pass.apply(before);
        String name = pass.getClass().getSimpleName();
        assertThat(Comparison.evaluated(current, context))
            .as("%s of%n%s%ngave%n%s", name, Printer.print(before), Printer.print(current))
            .isEqualTo(expected);
        TypeChecker.check(current);
      }
    }
  }

  @Property(tries = 100)
  void allTogether(@ForAll long seed) {
    BpfFunction function = RandomFunctions.function(seed);
    byte[] context = Comparison.context(seed);
    BpfFunction optimized = Optimizer.optimize(function);
    TypeChecker.check(optimized);
    assertThat(Comparison.evaluated(optimized, context))
        .isEqualTo(Comparison.evaluated(function, context));
    assertThat(Optimizer.optimize(optimized)).isEqualTo(Renumber.apply(optimized));
  }
}
