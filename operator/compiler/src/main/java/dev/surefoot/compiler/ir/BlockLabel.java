// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

/** Name of a block, unique in its function. */
public record BlockLabel(String name) {
  @Override
  public String toString() {
    return name;
  }
}
