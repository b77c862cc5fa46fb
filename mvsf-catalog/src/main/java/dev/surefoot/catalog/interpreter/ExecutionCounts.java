// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.asm.AssembledFunction;
import java.util.List;

/**
 * How often a function's instructions ran.
 *
 * @param executions by index of the instruction
 */
public record ExecutionCounts(AssembledFunction function, List<Long> executions) {
  public ExecutionCounts {
    executions = List.copyOf(executions);
  }
}
