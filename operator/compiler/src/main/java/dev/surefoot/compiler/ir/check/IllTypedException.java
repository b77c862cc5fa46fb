// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.check;

/** A function that the verifier would refuse: a mistake of whoever built it. */
public final class IllTypedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IllTypedException(String function, String place, String reason) {
    super(function + ": " + place + ": " + reason);
  }
}
