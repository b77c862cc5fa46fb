// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

/** A BPF register (RFC 9669, section 2.1 and 4.2): R0 result, R1-R5 arguments, R10 frame. */
public enum Register {
  R0,
  R1,
  R2,
  R3,
  R4,
  R5,
  R6,
  R7,
  R8,
  R9,
  R10;

  /** The number in the encoding, 0 to 10. */
  public int number() {
    return ordinal();
  }

  /** Whether a call leaves this register as it was (R6 to R10). */
  public boolean survivesCall() {
    return ordinal() >= 6;
  }
}
