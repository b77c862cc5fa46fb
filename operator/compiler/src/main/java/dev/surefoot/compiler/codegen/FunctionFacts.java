// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.analysis.ControlFlow;
import dev.surefoot.compiler.ir.analysis.Definitions;
import dev.surefoot.compiler.ir.analysis.Frequencies;
import dev.surefoot.compiler.ir.analysis.LiveValues;

/** What selection wants to know of the function. */
record FunctionFacts(
    BpfFunction function,
    ControlFlow flow,
    Definitions definitions,
    Frequencies frequencies,
    LiveValues live) {
  static FunctionFacts of(BpfFunction function) {
    ControlFlow flow = ControlFlow.of(function);
    return new FunctionFacts(
        function, flow, Definitions.of(function), Frequencies.of(flow), LiveValues.of(flow));
  }
}
