// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes fields of a record by name. */
public final class TestingRecord {
  private final RecordLayout layout;
  private final ByteBuffer data;
  private final int offset;

  private TestingRecord(RecordLayout layout, ByteBuffer data, int offset) {
    this.layout = layout;
    this.data = data;
    this.offset = offset;
  }

  /** A zeroed record of its own. */
  public static TestingRecord of(RecordLayout layout) {
    return at(layout, TestingKernelMemory.bytes(layout.bytes()), 0);
  }

  /** A record within larger memory. */
  public static TestingRecord at(RecordLayout layout, ByteBuffer data, int offset) {
    return new TestingRecord(layout, data, offset);
  }

  /** Sets an integer field. */
  public TestingRecord set(String field, long value) {
    Field found = layout.field(field);
    int at = offset + found.offset();
    switch (found.type().bytes()) {
      case 1 -> data.put(at, (byte) value);
      case 2 -> data.putShort(at, (short) value);
      case 4 -> data.putInt(at, (int) value);
      default -> data.putLong(at, value);
    }
    return this;
  }

  /** Sets a text field, cut at its size. */
  public TestingRecord set(String field, String text) {
    Field found = layout.field(field);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    data.put(offset + found.offset(), Arrays.copyOf(bytes, found.type().bytes()));
    return this;
  }

  /** Sets an integer or a text. */
  public TestingRecord setAny(String field, Object value) {
    return layout.field(field).type() instanceof FieldType.Text
        ? set(field, (String) value)
        : set(field, (long) value);
  }

  /** The memory that holds the record. */
  public ByteBuffer data() {
    return data;
  }
}
