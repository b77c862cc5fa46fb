// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

/**
 * Arithmetic operations (RFC 9669, section 4.1). Division is unsigned unless the name begins with
 * S; division by zero gives 0, remainder by zero leaves the destination.
 */
public enum AluOp {
  ADD(0x00, 0),
  SUB(0x10, 0),
  MUL(0x20, 0),
  DIV(0x30, 0),
  SDIV(0x30, 1),
  OR(0x40, 0),
  AND(0x50, 0),
  LSH(0x60, 0),
  RSH(0x70, 0),
  NEG(0x80, 0),
  MOD(0x90, 0),
  SMOD(0x90, 1),
  XOR(0xa0, 0),
  MOV(0xb0, 0),
  ARSH(0xc0, 0);

  private final int code;
  private final int offset;

  AluOp(int code, int offset) {
    this.code = code;
    this.offset = offset;
  }

  /** The operation bits of the opcode. */
  public int code() {
    return code;
  }

  /** What the offset field holds: 1 for the signed forms, else 0. */
  public int offset() {
    return offset;
  }
}
