// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.check.TypeChecker;
import dev.surefoot.compiler.ir.pass.Optimizer;

/** Generates bytecode of ISA version 3 without fetching atomics: what kernel 5.10 takes. */
public final class CodeGenerator {
  private CodeGenerator() {}

  /**
   * Checks, optimizes and generates.
   *
   * @throws dev.surefoot.compiler.ir.check.IllTypedException where the function is ill typed
   */
  public static Generation generate(BpfFunction function) {
    TypeChecker.check(function);
    BpfFunction optimized = Optimizer.optimize(function);
    TypeChecker.check(optimized);
    return translate(optimized);
  }

  /** Generates code for the function as it is, which must have no signed division. */
  static Generation translate(BpfFunction function) {
    Frame frame = new Frame();
    MachineFunction selected = Selector.select(function, frame);
    MachineFunction allocated = RegisterAllocator.allocate(selected, frame);
    if (frame.bytes() > Frame.LIMIT_BYTES) {
      return new StackLimitExceeded(function.name(), frame.bytes());
    }
    long steps = Complexity.steps(allocated);
    MachineFunction arranged = TailCopies.copy(BlockLayout.arrange(allocated));
    AssembledFunction code = Emitter.emit(arranged);
    if (code.slots() > Complexity.LIMIT_STEPS) {
      return new ComplexityLimitExceeded(function.name(), code.slots());
    }
    return new GeneratedFunction(
        code, frame.bytes(), frame.spills(), Complexity.expectedInstructions(arranged), steps);
  }
}
