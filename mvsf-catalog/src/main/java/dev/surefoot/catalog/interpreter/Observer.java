// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.isa.Instruction;

/** Is told of every instruction before it runs. */
@FunctionalInterface
public interface Observer {
  /** Looks at nothing. */
  Observer NONE = (_, _, _, _) -> {};

  /**
   * The instruction is about to run.
   *
   * @param index in the function
   * @param frame the registers before it
   */
  void before(String function, int index, Instruction instruction, Frame frame);
}
