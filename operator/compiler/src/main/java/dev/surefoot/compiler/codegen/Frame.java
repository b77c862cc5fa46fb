// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.compiler.ir.StackSlot;
import java.util.HashMap;
import java.util.Map;

/** The function's frame: which bytes below R10 hold what. */
final class Frame {
  /** {@code MAX_BPF_STACK} (include/linux/filter.h). */
  static final int LIMIT_BYTES = 512;

  private final Map<StackSlot, Integer> slots = new HashMap<>();
  private int bytes;
  private int spills;

  /** Offset of a slot from R10; the first question gives the slot its place. */
  int offsetOf(StackSlot slot) {
    return slots.computeIfAbsent(slot, s -> reserve(s.bytes(), s.alignment()));
  }

  /** Offset from R10 of a new place for a whole register. */
  int reserveSpill() {
    spills++;
    return reserve(8, 8);
  }

  /** How much of the frame is used. */
  int bytes() {
    return bytes;
  }

  /** How many registers have a place here. */
  int spills() {
    return spills;
  }

  private int reserve(int size, int alignment) {
    bytes = (bytes + size + alignment - 1) / alignment * alignment;
    return -bytes;
  }
}
