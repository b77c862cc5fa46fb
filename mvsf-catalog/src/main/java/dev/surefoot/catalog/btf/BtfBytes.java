// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A checked view of a {@code .BTF} section: its header, the raw types and the strings. */
final class BtfBytes {
  /** Bytes of {@code struct btf_type}. */
  static final int TYPE_BYTES = 12;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final int typesBegin;
  private final int typesEnd;
  private final int stringsBegin;
  private final int stringsEnd;

  BtfBytes(byte[] bytes) {
    this.bytes = bytes;
    buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < BtfEncoder.HEADER_BYTES) {
      throw new BtfFormatException(0, bytes.length + " bytes are too few for a header");
    }
    int magic = Short.toUnsignedInt(buffer.getShort(0));
    if (magic != BtfEncoder.MAGIC) {
      throw new BtfFormatException(0, "magic is 0x%04x, not 0xeb9f".formatted(magic));
    }
    if (bytes[2] != 1) {
      throw new BtfFormatException(2, "version is " + bytes[2] + ", not 1");
    }
    long header = Integer.toUnsignedLong(buffer.getInt(4));
    typesBegin = place(8, header);
    typesEnd = place(12, typesBegin);
    stringsBegin = place(16, header);
    stringsEnd = place(20, stringsBegin);
    if (stringsEnd == stringsBegin || bytes[stringsBegin] != 0 || bytes[stringsEnd - 1] != 0) {
      throw new BtfFormatException(stringsBegin, "strings must begin and end with a zero byte");
    }
  }

  private int place(int field, long base) {
    long end = base + Integer.toUnsignedLong(buffer.getInt(field));
    if (end > bytes.length) {
      throw new BtfFormatException(field, "points to byte %d of %d".formatted(end, bytes.length));
    }
    return (int) end;
  }

  int typesBegin() {
    return typesBegin;
  }

  int typesEnd() {
    return typesEnd;
  }

  int u32(int position) {
    return buffer.getInt(position);
  }

  long u64(int position) {
    return buffer.getLong(position);
  }

  /** Kind of the type at this position. */
  BtfKind kind(int position) {
    int code = info(position) >> 24 & 0x1f;
    if (code == 0 || code >= BtfKind.count()) {
      throw new BtfFormatException(position + 4, "no kind has the code " + code);
    }
    return BtfKind.ofCode(code);
  }

  /** Whether the kind flag is set. */
  boolean kindFlag(int position) {
    return info(position) < 0;
  }

  /** Number of members, values, parameters or entries. */
  int count(int position) {
    return info(position) & 0xffff;
  }

  private int info(int position) {
    return buffer.getInt(position + 4);
  }

  /** Bytes that the type at this position takes. */
  int length(int position) {
    return TYPE_BYTES
        + switch (kind(position)) {
          case VOID,
              POINTER,
              FORWARD,
              TYPEDEF,
              VOLATILE,
              CONST,
              RESTRICT,
              FUNCTION,
              FLOAT,
              TYPE_TAG ->
              0;
          case INT, VARIABLE, DECLARATION_TAG -> 4;
          case ARRAY -> 12;
          case STRUCT, UNION, DATA_SECTION, ENUM64 -> 12 * count(position);
          case ENUM, PROTOTYPE -> 8 * count(position);
        };
  }

  /** The string whose offset is in the u32 at this position. */
  String stringAt(int position) {
    return string(position, u32(position));
  }

  /** The string at an offset; {@code position} is where the offset was found. */
  String string(int position, int offset) {
    int begin = stringBegin(position, offset);
    int end = begin;
    while (bytes[end] != 0) {
      end++;
    }
    return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
  }

  /** A hash of the string's bytes, as {@link #hash(byte[])} has it. */
  int stringHash(int position, int offset) {
    int hash = 0;
    for (int i = stringBegin(position, offset); bytes[i] != 0; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  /** Whether the string whose offset is in the u32 at this position has these bytes. */
  boolean stringEquals(int position, byte[] expected) {
    int begin = stringBegin(position, u32(position));
    if (begin + expected.length >= stringsEnd || bytes[begin + expected.length] != 0) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[begin + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  static int hash(byte[] text) {
    int hash = 0;
    for (byte b : text) {
      hash = 31 * hash + b;
    }
    return hash;
  }

  private int stringBegin(int position, int offset) {
    if (offset < 0 || offset >= stringsEnd - stringsBegin) {
      throw new BtfFormatException(
          position,
          "string offset %d; the strings have %d bytes"
              .formatted(Integer.toUnsignedLong(offset), stringsEnd - stringsBegin));
    }
    return stringsBegin + offset;
  }
}
