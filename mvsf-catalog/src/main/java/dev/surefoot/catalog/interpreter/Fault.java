// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

/** Ends a run; {@link BpfMachine#run} turns it into {@link Outcome.Faulted}. */
final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1;

  Fault(String reason) {
    super(reason, null, false, false);
  }
}
