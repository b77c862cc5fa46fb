// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

/** Bytes that are no instruction of RFC 9669. */
public final class InvalidInstructionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int slot;
  private final String reason;

  InvalidInstructionException(int slot, String reason) {
    super("slot " + slot + ": " + reason);
    this.slot = slot;
    this.reason = reason;
  }

  /** Index of the 8-byte slot, from 0. */
  public int slot() {
    return slot;
  }

  /** What is wrong with it. */
  public String reason() {
    return reason;
  }
}
