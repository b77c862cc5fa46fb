// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.layout;

/** A named field at a fixed byte offset. */
public record Field(String name, FieldType type, int offset) {
  /** The first byte after this field. */
  public int end() {
    return offset + type.bytes();
  }
}
