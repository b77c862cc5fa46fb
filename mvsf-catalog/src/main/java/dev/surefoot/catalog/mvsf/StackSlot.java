// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

/** Offsets from the frame pointer that MVSF programs use. */
final class StackSlot {
  /** The clock, read once so that all columns of an event agree. */
  static final int CLOCK = -8;

  static final int PID_TGID = -16;
  static final int UID_GID = -24;

  /** What {@code bpf_probe_read_kernel} reads into. */
  static final int PROBE = -32;

  /** The key of a cancelled span. */
  static final int KEY = -40;

  private static final int FIRST_TEMPORARY = -48;

  private StackSlot() {}

  /** The left side of a difference, by depth of nesting from 0. */
  static int temporary(int depth) {
    return FIRST_TEMPORARY - 8 * depth;
  }
}
