// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.asm.CoreAccess;

/** A value that needs no input, so that making it again is cheaper than keeping it. */
sealed interface Origin {
  /** A number. */
  record Constant(long value) implements Origin {
    boolean fitsImmediate() {
      return value == (int) value;
    }
  }

  /** A map. */
  record MapAddress(String map) implements Origin {}

  /** An address in a one-element array's value. */
  record MapValueAddress(String map, int offset) implements Origin {}

  /** An address in the frame; {@code offset} is negative, from R10. */
  record FrameAddress(int offset) implements Origin {}

  /** What the loader finds in the kernel's BTF. */
  record Core(CoreAccess access) implements Origin {}
}
