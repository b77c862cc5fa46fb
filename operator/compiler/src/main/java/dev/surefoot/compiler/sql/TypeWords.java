// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.ValueType;

/** Types in messages. */
final class TypeWords {
  private TypeWords() {}

  static String of(ValueType type) {
    return switch (type) {
      case BOOLEAN -> "a truth value";
      case INT64 -> "an integer";
      case DOUBLE -> "a DOUBLE";
      case TEXT -> "a text";
    };
  }
}
