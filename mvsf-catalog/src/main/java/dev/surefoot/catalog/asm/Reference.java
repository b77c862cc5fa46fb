// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.asm;

/** What the loader fills into an instruction; {@code index} counts instructions, not slots. */
public sealed interface Reference {
  /** Index of the instruction in its function. */
  int index();

  /** A {@code LoadImmediate64} that is to hold the address of a map. */
  record ToMap(int index, String map) implements Reference {}

  /** A {@code LoadImmediate64} that is to hold an address inside a one-element array's value. */
  record ToMapValue(int index, String map, int offset) implements Reference {}

  /**
   * A {@code CallSubprogram}, or a {@code LoadImmediate64} that is to hold a function's address.
   */
  record ToFunction(int index, String function) implements Reference {}

  /** A {@code CallKfunc} that is to call a kernel function. */
  record ToKfunc(int index, String kfunc) implements Reference {}

  /** A CO-RE relocation of the instruction's offset or immediate. */
  record ToKernelType(int index, CoreAccess access) implements Reference {}

  /** The same reference in an instruction with another index. */
  default Reference movedTo(int newIndex) {
    return switch (this) {
      case ToMap(_, String map) -> new ToMap(newIndex, map);
      case ToMapValue(_, String map, int offset) -> new ToMapValue(newIndex, map, offset);
      case ToFunction(_, String function) -> new ToFunction(newIndex, function);
      case ToKfunc(_, String kfunc) -> new ToKfunc(newIndex, kfunc);
      case ToKernelType(_, CoreAccess access) -> new ToKernelType(newIndex, access);
    };
  }
}
