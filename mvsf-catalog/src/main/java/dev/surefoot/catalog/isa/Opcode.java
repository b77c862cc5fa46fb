// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

/** Bits of the opcode byte (RFC 9669, sections 3 to 5). */
final class Opcode {
  static final int CLASS_MASK = 0x07;
  static final int LD = 0x00;
  static final int LDX = 0x01;
  static final int ST = 0x02;
  static final int STX = 0x03;
  static final int ALU = 0x04;
  static final int JMP = 0x05;
  static final int JMP32 = 0x06;
  static final int ALU64 = 0x07;

  /** Set where the second operand is a register. */
  static final int SOURCE_REGISTER = 0x08;

  static final int OPERATION_MASK = 0xf0;
  static final int END = 0xd0;
  static final int JA = 0x00;
  static final int CALL = 0x80;
  static final int EXIT = 0x90;

  static final int SIZE_MASK = 0x18;
  static final int MODE_MASK = 0xe0;
  static final int IMM = 0x00;
  static final int ABS = 0x20;
  static final int IND = 0x40;
  static final int MEM = 0x60;
  static final int MEMSX = 0x80;
  static final int ATOMIC = 0xc0;

  /** {@code LD | IMM | DW}: the only instruction of two slots. */
  static final int LOAD_IMMEDIATE_64 = 0x18;

  static final int CALL_HELPER = 0;
  static final int CALL_SUBPROGRAM = 1;
  static final int CALL_KFUNC = 2;

  private Opcode() {}
}
