// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.layout;

/** Type of a field in memory that both halves read: little-endian integers, or bytes of text. */
public sealed interface FieldType {
  /** Size in bytes. */
  int bytes();

  /** Alignment in bytes: the size of an integer, 8 for text so that words can be compared. */
  int alignment();

  /** An integer of 1, 2, 4 or 8 bytes. */
  record Int(int bytes, boolean signed) implements FieldType {
    public Int {
      if (bytes != 1 && bytes != 2 && bytes != 4 && bytes != 8) {
        throw new IllegalArgumentException("an integer of " + bytes + " bytes; 1, 2, 4 or 8");
      }
    }

    @Override
    public int alignment() {
      return bytes;
    }
  }

  /** Text in a fixed number of bytes, ended by a zero byte where shorter, zero-filled. */
  record Text(int bytes) implements FieldType {
    public Text {
      if (bytes <= 0 || bytes % 8 != 0) {
        throw new IllegalArgumentException("text of " + bytes + " bytes; a multiple of 8");
      }
    }

    @Override
    public int alignment() {
      return 8;
    }
  }

  Int U8 = new Int(1, false);
  Int U16 = new Int(2, false);
  Int U32 = new Int(4, false);
  Int U64 = new Int(8, false);
  Int I32 = new Int(4, true);
  Int I64 = new Int(8, true);
}
