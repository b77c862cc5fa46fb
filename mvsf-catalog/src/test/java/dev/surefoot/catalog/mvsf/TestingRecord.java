// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records as values by field name: Long, or String with every byte of the field. */
final class TestingRecord {
  private TestingRecord() {}

  static Map<String, Object> decode(RecordLayout layout, byte[] bytes) {
    if (bytes.length != layout.bytes()) {
      throw new AssertionError(bytes.length + " bytes, the layout has " + layout.bytes());
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : layout.fields()) {
      values.put(field.name(), value(in, field));
    }
    return values;
  }

  /** Text in a field of this many bytes, zero-filled. */
  static String padded(String text, int bytes) {
    return text + "\0".repeat(bytes - text.length());
  }

  private static Object value(ByteBuffer in, Field field) {
    return switch (field.type()) {
      case FieldType.Int(int bytes, boolean signed) -> {
        byte[] eight = new byte[Long.BYTES];
        in.get(field.offset(), eight, 0, bytes);
        int unused = Long.SIZE - Byte.SIZE * bytes;
        long value = ByteBuffer.wrap(eight).order(ByteOrder.LITTLE_ENDIAN).getLong() << unused;
        yield signed ? value >> unused : value >>> unused;
      }
      case FieldType.Text(int bytes) -> {
        byte[] text = new byte[bytes];
        in.get(field.offset(), text);
        yield new String(text, UTF_8);
      }
    };
  }
}
