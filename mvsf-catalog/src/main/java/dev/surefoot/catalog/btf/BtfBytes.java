// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.nio.charset.StandardCharsets;

/**
 * A checked view of a {@code .BTF} section: its header, the raw types and the strings. A kernel has
 * 130,000 types, and a command that asks a few questions is over before a JVM has warmed up: so
 * numbers are put together from bytes here, without a buffer class's layers.
 */
final class BtfBytes {
  /** Bytes of {@code struct btf_type}. */
  static final int TYPE_BYTES = 12;

  private static final int[] FIXED_BYTES = new int[BtfKind.count()];
  private static final int[] BYTES_BY_COUNT = new int[BtfKind.count()];

  static {
    for (int code = 0; code < BtfKind.count(); code++) {
      FIXED_BYTES[code] = fixedBytes(BtfKind.ofCode(code));
      BYTES_BY_COUNT[code] = bytesByCount(BtfKind.ofCode(code));
    }
  }

  private final byte[] bytes;
  private final int typesBegin;
  private final int typesEnd;
  private final int stringsBegin;
  private final int stringsEnd;

  BtfBytes(byte[] bytes) {
    this.bytes = bytes;
    if (bytes.length < BtfEncoder.HEADER_BYTES) {
      throw new BtfFormatException(0, bytes.length + " bytes are too few for a header");
    }
    int magic = u32(0) & 0xffff;
    if (magic != BtfEncoder.MAGIC) {
      throw new BtfFormatException(0, "magic is 0x%04x, not 0xeb9f".formatted(magic));
    }
    if (bytes[2] != 1) {
      throw new BtfFormatException(2, "version is " + bytes[2] + ", not 1");
    }
    long header = Integer.toUnsignedLong(u32(4));
    typesBegin = place(8, header);
    typesEnd = place(12, typesBegin);
    stringsBegin = place(16, header);
    stringsEnd = place(20, stringsBegin);
    if (stringsEnd == stringsBegin || bytes[stringsBegin] != 0 || bytes[stringsEnd - 1] != 0) {
      throw new BtfFormatException(stringsBegin, "strings must begin and end with a zero byte");
    }
  }

  private int place(int field, long base) {
    long end = base + Integer.toUnsignedLong(u32(field));
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
    return (bytes[position] & 0xff)
        | ((bytes[position + 1] & 0xff) << 8)
        | ((bytes[position + 2] & 0xff) << 16)
        | (bytes[position + 3] << 24);
  }

  long u64(int position) {
    return Integer.toUnsignedLong(u32(position)) | ((long) u32(position + 4) << 32);
  }

  /** Kind of the type at this position. */
  BtfKind kind(int position) {
    int code = info(position) >> 24 & 0x1f;
    if (code == 0 || code >= BtfKind.count()) {
      throw unknownKind(position, code);
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
    return u32(position + 4);
  }

  /** Bytes that the type at this position takes. */
  int length(int position) {
    int info = info(position);
    int code = info >> 24 & 0x1f;
    if (code == 0 || code >= BtfKind.count()) {
      throw unknownKind(position, code);
    }
    return FIXED_BYTES[code] + BYTES_BY_COUNT[code] * (info & 0xffff);
  }

  private static BtfFormatException unknownKind(int position, int code) {
    return new BtfFormatException(position + 4, "no kind has the code " + code);
  }

  private static int fixedBytes(BtfKind kind) {
    return TYPE_BYTES
        + switch (kind) {
          case INT, VARIABLE, DECLARATION_TAG -> 4;
          case ARRAY -> 12;
          case VOID,
              POINTER,
              STRUCT,
              UNION,
              ENUM,
              FORWARD,
              TYPEDEF,
              VOLATILE,
              CONST,
              RESTRICT,
              FUNCTION,
              PROTOTYPE,
              DATA_SECTION,
              FLOAT,
              TYPE_TAG,
              ENUM64 ->
              0;
        };
  }

  private static int bytesByCount(BtfKind kind) {
    return switch (kind) {
      case STRUCT, UNION, DATA_SECTION, ENUM64 -> 12;
      case ENUM, PROTOTYPE -> 8;
      case VOID,
          INT,
          POINTER,
          ARRAY,
          FORWARD,
          TYPEDEF,
          VOLATILE,
          CONST,
          RESTRICT,
          FUNCTION,
          VARIABLE,
          FLOAT,
          DECLARATION_TAG,
          TYPE_TAG ->
          0;
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
