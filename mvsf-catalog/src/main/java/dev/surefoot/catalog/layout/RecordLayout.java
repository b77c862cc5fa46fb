// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A C struct's layout: fields in declaration order, naturally aligned, the size rounded up to 8
 * bytes so that consecutive records stay aligned.
 */
public record RecordLayout(String name, List<Field> fields, int bytes) {
  public RecordLayout {
    fields = List.copyOf(fields);
  }

  /** The field of this name, where there is one. */
  public Optional<Field> find(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }

  /** The field of this name. */
  public Field field(String fieldName) {
    return find(fieldName)
        .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + fieldName));
  }

  /** Starts a layout. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Appends fields, aligning each. */
  public static final class Builder {
    private final String name;
    private final List<Field> fields = new ArrayList<>();
    private int end;

    private Builder(String name) {
      this.name = name;
    }

    /** Appends a field. */
    public Builder add(String fieldName, FieldType type) {
      if (fields.stream().anyMatch(field -> field.name().equals(fieldName))) {
        throw new IllegalArgumentException(name + " has a field " + fieldName + " already");
      }
      int offset = align(end, type.alignment());
      fields.add(new Field(fieldName, type, offset));
      end = offset + type.bytes();
      return this;
    }

    /** The finished layout. */
    public RecordLayout build() {
      return new RecordLayout(name, fields, align(end, 8));
    }

    private static int align(int offset, int alignment) {
      return Math.ceilDiv(offset, alignment) * alignment;
    }
  }
}
