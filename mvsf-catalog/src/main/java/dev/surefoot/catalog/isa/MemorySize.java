// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

/** Size of a memory access (RFC 9669, section 5, table 11). */
public enum MemorySize {
  B1(1, 0x10),
  B2(2, 0x08),
  B4(4, 0x00),
  B8(8, 0x18);

  private final int bytes;
  private final int code;

  MemorySize(int bytes, int code) {
    this.bytes = bytes;
    this.code = code;
  }

  /** Size in bytes. */
  public int bytes() {
    return bytes;
  }

  /** The size bits of the opcode. */
  public int code() {
    return code;
  }

  /** The size that holds exactly this number of bytes: 1, 2, 4 or 8. */
  public static MemorySize ofBytes(int bytes) {
    return switch (bytes) {
      case 1 -> B1;
      case 2 -> B2;
      case 4 -> B4;
      case 8 -> B8;
      default -> throw new IllegalArgumentException("no memory access of " + bytes + " bytes");
    };
  }
}
