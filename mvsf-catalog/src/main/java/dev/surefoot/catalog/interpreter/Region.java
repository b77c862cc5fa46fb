// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A piece of memory with bounds. */
final class Region {
  /** Fills memory whose contents a program must not rely on. */
  private static final byte OLD_BYTE = (byte) 0xa5;

  private final String name;
  private final long base;
  private final boolean writable;
  private final ByteBuffer bytes;

  Region(String name, long base, ByteBuffer bytes, boolean writable) {
    this.name = name;
    this.base = base;
    this.writable = writable;
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  String name() {
    return name;
  }

  /** The address of the first byte. */
  long base() {
    return base;
  }

  boolean writable() {
    return writable;
  }

  /** The live contents, little endian. */
  ByteBuffer bytes() {
    return bytes;
  }

  int size() {
    return bytes.capacity();
  }

  /** Puts in the bytes of an earlier use. */
  void makeOld() {
    for (int i = 0; i < bytes.capacity(); i++) {
      bytes.put(i, OLD_BYTE);
    }
  }
}
