// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

/**
 * A piece of the frame.
 *
 * @param id from 0, unique in its function
 * @param bytes size
 * @param alignment 1, 2, 4 or 8 bytes
 */
public record StackSlot(int id, int bytes, int alignment) {
  public StackSlot {
    if (bytes <= 0) {
      throw new IllegalArgumentException("stack slot of " + bytes + " bytes");
    }
    if (Integer.bitCount(alignment) != 1 || alignment > 8) {
      throw new IllegalArgumentException("stack slot aligned to " + alignment + "; 1, 2, 4 or 8");
    }
  }
}
