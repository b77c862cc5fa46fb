// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

/** Atomic operations (RFC 9669, section 5.3); the _FETCH forms return the old value. */
public enum AtomicOp {
  ADD(0x00),
  OR(0x40),
  AND(0x50),
  XOR(0xa0),
  ADD_FETCH(0x01),
  OR_FETCH(0x41),
  AND_FETCH(0x51),
  XOR_FETCH(0xa1),
  XCHG(0xe1),
  CMPXCHG(0xf1);

  private final int code;

  AtomicOp(int code) {
    this.code = code;
  }

  /** What the immediate field holds. */
  public int code() {
    return code;
  }

  /** Whether the old value comes back (in the source register, for CMPXCHG in R0). */
  public boolean fetches() {
    return (code & 1) != 0;
  }
}
