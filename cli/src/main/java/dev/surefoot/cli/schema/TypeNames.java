// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.schema;

import dev.surefoot.catalog.layout.FieldType;

/** Names of column types, as the reference uses them. */
final class TypeNames {
  private TypeNames() {}

  static String of(FieldType type) {
    return switch (type) {
      case FieldType.Int number -> (number.signed() ? "i" : "u") + number.bytes() * 8;
      case FieldType.Text text -> "text(" + (text.bytes() - 1) + ")";
    };
  }
}
