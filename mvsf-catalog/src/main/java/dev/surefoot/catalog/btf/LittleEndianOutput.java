// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.util.Arrays;

/** A growing array of little-endian values, as BTF and ELF files hold them. */
public final class LittleEndianOutput {
  private byte[] bytes = new byte[1024];
  private int size;

  /** Number of bytes written. */
  public int size() {
    return size;
  }

  /** Appends the low 8 bits. */
  public LittleEndianOutput u8(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** Appends the low 16 bits. */
  public LittleEndianOutput u16(int value) {
    return u8(value).u8(value >> 8);
  }

  /** Appends 32 bits. */
  public LittleEndianOutput u32(int value) {
    return u16(value).u16(value >> 16);
  }

  /** Appends 64 bits. */
  public LittleEndianOutput u64(long value) {
    return u32((int) value).u32((int) (value >> 32));
  }

  /** Appends bytes. */
  public LittleEndianOutput bytes(byte[] added) {
    reserve(added.length);
    System.arraycopy(added, 0, bytes, size, added.length);
    size += added.length;
    return this;
  }

  /** Appends zeros until the size is a multiple of {@code alignment} bytes. */
  public LittleEndianOutput align(int alignment) {
    int aligned = Math.ceilDiv(size, alignment) * alignment;
    reserve(aligned - size);
    size = aligned;
    return this;
  }

  /** Overwrites 32 bits. */
  public void setU32(int offset, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[offset + i] = (byte) (value >> (8 * i));
    }
  }

  /** A copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int added) {
    if (size + added > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + added));
    }
  }
}
