// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.asm;

/** A place in one function that jumps go to; made by {@link Assembler#newLabel}. */
public final class Label {
  private final String hint;

  Label(String hint) {
    this.hint = hint;
  }

  /** The hint it was made with; error messages name it. */
  @Override
  public String toString() {
    return hint;
  }
}
