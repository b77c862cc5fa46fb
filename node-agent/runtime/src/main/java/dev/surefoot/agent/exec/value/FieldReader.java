// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.value;

import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads fields of records into columns of a row. */
public final class FieldReader {
  private static final int TEXT = -1;

  private final int[] kinds;
  private final int[] offsets;
  private final int[] sizes;
  private final int[] columns;
  private final TextValue[] texts;

  /**
   * A reader of these fields.
   *
   * @param columns for each field the row's column that takes it
   */
  public FieldReader(List<Field> fields, List<Integer> columns) {
    int count = fields.size();
    kinds = new int[count];
    offsets = new int[count];
    sizes = new int[count];
    texts = new TextValue[count];
    this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < count; i++) {
      Field field = fields.get(i);
      offsets[i] = field.offset();
      sizes[i] = field.type().bytes();
      kinds[i] = kind(field.type());
      texts[i] = new TextValue(kinds[i] == TEXT ? sizes[i] : 0);
    }
  }

  /** The type of the column that a field becomes. */
  public static ValueType valueType(FieldType type) {
    return switch (type) {
      case FieldType.Int _ -> ValueType.INT64;
      case FieldType.Text _ -> ValueType.TEXT;
    };
  }

  /** An integer field, extended by its sign or by zeros. */
  public static long integer(ByteBuffer data, int offset, FieldType.Int type) {
    return integer(data, offset, kind(type));
  }

  /** Reads every field of the record at {@code offset}. */
  public void read(ByteBuffer data, int offset, Row row) {
    for (int i = 0; i < kinds.length; i++) {
      int kind = kinds[i];
      if (kind == TEXT) {
        texts[i].read(data, offset + offsets[i], sizes[i]);
        row.setText(columns[i], texts[i]);
      } else {
        row.setNumber(columns[i], integer(data, offset + offsets[i], kind));
      }
    }
  }

  /** Words that {@link #save} needs. */
  public int savedWords() {
    int words = 0;
    for (int i = 0; i < kinds.length; i++) {
      words += savedWords(i);
    }
    return words;
  }

  /** Copies the fields of a record to {@code words}, from {@code at} on. */
  public void save(ByteBuffer data, int offset, long[] words, int at) {
    int next = at;
    for (int i = 0; i < kinds.length; i++) {
      int from = offset + offsets[i];
      if (kinds[i] == TEXT) {
        for (int byteIndex = 0; byteIndex < sizes[i]; byteIndex += Long.BYTES) {
          words[next++] = data.getLong(from + byteIndex);
        }
      } else {
        words[next++] = integer(data, from, kinds[i]);
      }
    }
  }

  /** Sets the columns from what {@link #save} copied. */
  public void restore(long[] words, int at, Row row) {
    int next = at;
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] == TEXT) {
        texts[i].read(words, next, sizes[i]);
        row.setText(columns[i], texts[i]);
      } else {
        row.setNumber(columns[i], words[next]);
      }
      next += savedWords(i);
    }
  }

  private int savedWords(int field) {
    return kinds[field] == TEXT ? sizes[field] / Long.BYTES : 1;
  }

  private static int kind(FieldType type) {
    return switch (type) {
      case FieldType.Int(int bytes, boolean signed) -> 2 * bytes + (signed ? 1 : 0);
      case FieldType.Text _ -> TEXT;
    };
  }

  private static long integer(ByteBuffer data, int offset, int kind) {
    return switch (kind) {
      case 2 -> data.get(offset) & 0xffL;
      case 3 -> data.get(offset);
      case 4 -> data.getShort(offset) & 0xffffL;
      case 5 -> data.getShort(offset);
      case 8 -> data.getInt(offset) & 0xffffffffL;
      case 9 -> data.getInt(offset);
      case 16, 17 -> data.getLong(offset);
      default -> throw new IllegalStateException("no integer field of kind " + kind);
    };
  }
}
