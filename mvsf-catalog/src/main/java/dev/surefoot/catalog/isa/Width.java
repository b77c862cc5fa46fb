// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

/** Width of an arithmetic, jump or atomic operation. */
public enum Width {
  W32(32),
  W64(64);

  private final int bits;

  Width(int bits) {
    this.bits = bits;
  }

  /** Width in bits. */
  public int bits() {
    return bits;
  }
}
