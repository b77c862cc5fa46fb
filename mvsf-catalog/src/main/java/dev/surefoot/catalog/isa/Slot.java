// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

import java.nio.ByteBuffer;

/** The fields of one 8-byte slot (RFC 9669, section 3.1), in the little-endian arrangement. */
record Slot(int opcode, int dst, int src, int offset, int immediate) {
  static final int BYTES = 8;

  void writeTo(ByteBuffer out) {
    out.put((byte) opcode);
    out.put((byte) (src << 4 | dst));
    out.putShort((short) offset);
    out.putInt(immediate);
  }

  static Slot readFrom(ByteBuffer in) {
    int opcode = Byte.toUnsignedInt(in.get());
    int registers = Byte.toUnsignedInt(in.get());
    return new Slot(opcode, registers & 0xf, registers >> 4, in.getShort(), in.getInt());
  }

  int operation() {
    return opcode & Opcode.OPERATION_MASK;
  }

  boolean hasSourceRegister() {
    return (opcode & Opcode.SOURCE_REGISTER) != 0;
  }
}
