// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

/** A value that is defined once, by a statement or as a block's parameter. */
public record Value(int id, Type type) {
  /** Of the number alone: types can be large, and numbers are unique in a function. */
  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return "%" + id;
  }
}
