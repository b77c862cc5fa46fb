// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.diagnostic;

/** How bad it is. */
public enum Severity {
  /** The text cannot be compiled. */
  ERROR("error"),
  /** The text compiles, but surely not to what was meant. */
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** How it is printed. */
  public String word() {
    return word;
  }
}
