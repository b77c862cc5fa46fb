// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.compiler.ir.Value;

/** A pointer as base and constant offset in bytes; the base is a register or can be made. */
sealed interface Address {
  /** A value in a register, moved by a constant. */
  record OfValue(Value base, int offset) implements Address {}

  /** A piece of the frame; {@code offset} is from R10. */
  record OfFrame(int offset) implements Address {}

  /** A place in a one-element array's value. */
  record OfMapValue(String map, int offset) implements Address {}

  /** The same address, further on. */
  default Address plus(int bytes) {
    return switch (this) {
      case OfValue(Value base, int offset) -> new OfValue(base, Math.addExact(offset, bytes));
      case OfFrame(int offset) -> new OfFrame(Math.addExact(offset, bytes));
      case OfMapValue(String map, int offset) -> new OfMapValue(map, Math.addExact(offset, bytes));
    };
  }
}
