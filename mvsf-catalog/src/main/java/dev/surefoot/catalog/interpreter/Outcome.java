// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

/** How a run ended. */
public sealed interface Outcome {
  /** The program returned. */
  record Returned(long r0) implements Outcome {}

  /**
   * The program did what the kernel's verifier would have refused, or ran for too long.
   *
   * @param instruction index in the function
   */
  record Faulted(String function, int instruction, String reason) implements Outcome {}
}
