// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of one record, copied out of the ring: numbers as Long, text as String. */
record RecordValues(Map<String, Object> values) {
  RecordValues {
    values = Map.copyOf(values);
  }

  static RecordValues of(RecordLayout layout, ByteBuffer data, int offset) {
    ByteBuffer bytes = data.slice(offset, layout.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : layout.fields()) {
      values.put(field.name(), value(field, bytes));
    }
    return new RecordValues(values);
  }

  /** A number that the record has. */
  long number(String field) {
    return (long) values.get(field);
  }

  private static Object value(Field field, ByteBuffer bytes) {
    return switch (field.type()) {
      case FieldType.Int(int size, boolean signed) ->
          signed
              ? signed(bytes, field.offset(), size)
              : signed(bytes, field.offset(), size) & (-1L >>> (Long.SIZE - 8 * size));
      case FieldType.Text(int size) -> text(bytes, field.offset(), size);
    };
  }

  private static long signed(ByteBuffer bytes, int offset, int size) {
    return switch (size) {
      case 1 -> bytes.get(offset);
      case 2 -> bytes.getShort(offset);
      case 4 -> bytes.getInt(offset);
      case 8 -> bytes.getLong(offset);
      default -> throw new IllegalArgumentException("an integer of " + size + " bytes");
    };
  }

  private static String text(ByteBuffer bytes, int offset, int size) {
    byte[] text = new byte[size];
    bytes.get(offset, text);
    int length = 0;
    while (length < size && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }
}
